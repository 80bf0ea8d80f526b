import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * An append-only file of lines, one for each request that changed something. Requests of the same turn
 * of the event loop share one write ("group commit"), and each of them is answered only after its
 * line was written: `kill -9` loses nothing that was answered. A line that was cut in the middle by a
 * crash belongs to a request that got no answer, and is dropped at the next start.
 */
export class Journal {
  #file: number;
  #waiting: { line: string; done: () => void }[] = [];
  #scheduled = false;
  /** What was written since a gradual rewriting began; null when none is under way. */
  #since: string[] | null = null;

  constructor(
    readonly path: string,
    private readonly options: { fsync: boolean },
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, "a+");
  }

  /** Calls back with each whole line, and cuts off an unfinished one. */
  read(onLine: (line: string) => void): void {
    const chunk = Buffer.alloc(1 << 20);
    let rest = Buffer.alloc(0);
    let offset = 0;
    let whole = 0;
    for (;;) {
      const length = readSync(this.#file, chunk, 0, chunk.length, offset);
      if (length === 0) break;
      offset += length;
      const data = Buffer.concat([rest, chunk.subarray(0, length)]);
      let start = 0;
      for (let end = data.indexOf(10); end !== -1; end = data.indexOf(10, start)) {
        onLine(data.toString("utf8", start, end));
        whole += end + 1 - start;
        start = end + 1;
      }
      rest = Buffer.from(data.subarray(start));
    }
    if (whole < offset) ftruncateSync(this.#file, whole);
  }

  /** Resolves when the line is in the file. */
  append(line: string): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ line, done });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  flush(): void {
    this.#scheduled = false;
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    const text = batch.map(({ line }) => line + "\n").join("");
    writeAll(this.#file, text);
    this.#since?.push(text);
    if (this.options.fsync) fdatasyncSync(this.#file);
    for (const { done } of batch) done();
  }

  /** Replaces the whole file by these lines, atomically. */
  rewrite(lines: Iterable<string>): void {
    this.#since = null;
    this.flush();
    const fresh = openSync(`${this.path}.new`, "w");
    for (const line of lines) writeAll(fresh, line + "\n");
    this.#replaceBy(fresh);
  }

  /**
   * The same while requests go on being answered, a turn of the event loop for each chunk of lines.
   * What is appended meanwhile goes to the old file as ever, and once more behind the new lines.
   * Does nothing when another rewriting overtakes it.
   */
  async rewriteGradually(chunks: Iterable<string>): Promise<void> {
    const since: string[] = [];
    this.#since = since;
    const fresh = openSync(`${this.path}.gradual`, "w");
    for (const chunk of chunks) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#since !== since) return closeSync(fresh);
      writeAll(fresh, chunk);
    }
    this.flush();
    for (const batch of since) writeAll(fresh, batch);
    this.#since = null;
    this.#replaceBy(fresh, `${this.path}.gradual`);
  }

  #replaceBy(fresh: number, path = `${this.path}.new`): void {
    fdatasyncSync(fresh);
    closeSync(fresh);
    renameSync(path, this.path);
    closeSync(this.#file);
    this.#file = openSync(this.path, "a+");
  }

  close(): void {
    this.#since = null;
    this.flush();
    closeSync(this.#file);
  }

  static exists(path: string): boolean {
    return existsSync(path);
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
