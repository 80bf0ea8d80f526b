import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Something that is made from files, and the file that remembers from which. */
export type Made = {
  mark: string;
  from: readonly string[];
  /** Files there that do not go into it. */
  without: RegExp;
};

/** All files that it is made from, in an order that is the same everywhere. */
function filesOf({ from, without }: Made): string[] {
  return from
    .flatMap(filesUnder)
    .filter((file) => !without.test(file))
    .toSorted();
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}

/** By content and not by time: a copy or a fresh clone of the same sources gives the same. */
function fingerprint(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** What every write to a file changes. It is seen without reading the file, at a tenth of the cost. */
function glance(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of files) {
    const { size, mtimeMs, ctimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs} ${ctimeMs}\n`);
  }
  return hash.digest("hex");
}

const read = (file: string) => readFile(file, "utf8").catch(() => "");

/** Whether it was made from the sources as they are now. */
export async function isCurrent(made: Made): Promise<boolean> {
  const known = await read(made.mark);
  if (known === "") return false;
  const files = filesOf(made);
  const seen = glance(files);
  if ((await read(seenAt(made))) === seen) return true;
  if (fingerprint(files) !== known) return false;
  await writeFile(seenAt(made), seen);
  return true;
}

const seenAt = ({ mark }: Made) => `${mark}.seen`;

/** Does `work`, which makes it, unless it was made from these very sources. */
export async function unlessCurrent(made: Made, work: () => Promise<void>): Promise<void> {
  if (await isCurrent(made)) return;
  const files = filesOf(made);
  const [before, seen] = [fingerprint(files), glance(files)];
  await work();
  await mkdir(dirname(made.mark), { recursive: true });
  await writeFile(made.mark, before);
  await writeFile(seenAt(made), seen);
}
