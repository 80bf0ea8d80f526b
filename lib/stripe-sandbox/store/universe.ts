import { Journal } from "./journal";
import { Store } from "./store";
import type { Change } from "./table";
import { lineOf, resolveReferences, Texts, type Line, type Written } from "./journal-line";

/** The account that a plain secret key belongs to. */
export const PLATFORM = "acct_1Sandbox00000000";

/** Counting objects is not for every request, nor is rewriting a file worth while for few lines. */
const LOOK_EVERY = 100_000;
const CHUNK = 200;

function* chunksOf<T>(items: readonly T[], textOf: (item: T) => string): Generator<string> {
  for (let at = 0; at < items.length; at += CHUNK) {
    yield items
      .slice(at, at + CHUNK)
      .map(textOf)
      .join("");
  }
}

/**
 * All accounts with their stores, and the one way to change them: `transact`. It runs synchronously,
 * so requests never interleave; it either keeps all of its changes, in one journal line, or none.
 */
export class Universe {
  readonly #stores = new Map<string, Store>();
  readonly #journal: Journal | null;
  #open: Written[] | null = null;
  /** Writes since the file was last rewritten, to know when rewriting it pays. */
  #writes = 0;
  #nextLook = LOOK_EVERY;
  #compacting = false;

  constructor(options: { journal: string | null; fsync: boolean }) {
    this.#journal = options.journal === null ? null : new Journal(options.journal, options);
    this.#journal?.read((line) => this.#replay(line));
    if (this.#writes > 2 * this.#objects() + 1000) this.compact();
  }

  get accounts(): Iterable<Store> {
    return this.#stores.values();
  }

  get platform(): Store {
    return this.store(PLATFORM);
  }

  store(account: string): Store {
    const known = this.#stores.get(account);
    if (known !== undefined) return known;
    const store = new Store(account, (owner, change) => this.#log(owner, change));
    this.#stores.set(account, store);
    return store;
  }

  /**
   * Runs `work` as one unit. When it throws, its changes are undone, unless `keepsEffects` says that
   * the error is itself an outcome. `written` resolves when the changes are in the journal.
   */
  transact<R>(
    work: () => R,
    keepsEffects: (error: unknown) => boolean = () => false,
  ): { result: R; written: Promise<void>; texts: Texts } {
    if (this.#open !== null) throw new Error("Transactions do not nest.");
    const changes: Written[] = [];
    this.#open = changes;
    try {
      const result = work();
      return { result, ...this.#commit(changes) };
    } catch (error) {
      if (!keepsEffects(error)) this.#undo(changes);
      else this.#commit(changes);
      throw error;
    } finally {
      this.#open = null;
    }
  }

  /** Rewrites the journal so that it holds only what exists now. */
  compact(): void {
    this.#journal?.rewrite(this.dump());
    this.#writes = this.#objects();
  }

  /** The same while transactions go on; for when the file holds much more than what exists. */
  async compactGradually(): Promise<void> {
    if (this.#compacting || this.#journal === null) return;
    this.#compacting = true;
    this.#writes = 0;
    try {
      await this.#journal.rewriteGradually(this.#dumpInChunks());
    } finally {
      this.#compacting = false;
      this.#writes += this.#objects();
    }
  }

  /** The ids are taken at once and the values later: they are then as new, or newer. */
  #dumpInChunks(): Iterable<string> {
    const ids: { store: Store; name: string; id: string }[] = [];
    for (const store of this.#stores.values()) {
      for (const table of store.tables.values()) {
        for (const { id } of table.oldest()) ids.push({ store, name: table.name, id });
      }
    }
    return chunksOf(ids, ({ store, name, id }) => {
      const value = store.tables.get(name)?.find(id);
      if (value === undefined) return "";
      return `${JSON.stringify({ v: [value], w: [[store.account, name, id, 0]] })}\n`;
    });
  }

  #considerCompacting(): void {
    if (this.#compacting || this.#writes < this.#nextLook) return;
    this.#nextLook = this.#writes + LOOK_EVERY;
    if (this.#writes < 4 * this.#objects() + LOOK_EVERY) return;
    this.#nextLook = LOOK_EVERY;
    void this.compactGradually();
  }

  *dump(): Generator<string> {
    for (const store of this.#stores.values()) {
      for (const table of store.tables.values()) {
        for (const value of table.oldest()) {
          yield JSON.stringify({ v: [value], w: [[store.account, table.name, value.id, 0]] });
        }
      }
    }
  }

  /** Replaces everything by the lines of a dump; with no lines, everything is forgotten. */
  load(lines: Iterable<string>): void {
    for (const store of this.#stores.values()) {
      for (const table of store.tables.values()) table.clear();
    }
    for (const line of lines) this.#replay(line);
    this.compact();
  }

  flush(): void {
    this.#journal?.flush();
  }

  close(): void {
    this.#journal?.close();
  }

  #log(account: string, change: Change): void {
    if (this.#open === null) throw new Error(`${change.table.name} changed outside a transaction.`);
    this.#open.push({ account, change });
  }

  #undo(changes: Written[]): void {
    for (const { change } of changes.toReversed()) change.table.restore(change.id, change.before);
  }

  #commit(changes: Written[]): { written: Promise<void>; texts: Texts } {
    const texts = new Texts();
    if (changes.length === 0 || this.#journal === null) return { written: done, texts };
    this.#writes += changes.length;
    this.#considerCompacting();
    return { written: this.#journal.append(lineOf(changes, texts)), texts };
  }

  #replay(text: string): void {
    if (text === "") return;
    const line: Line = JSON.parse(text);
    this.#writes += line.w.length;
    for (const value of line.v) resolveReferences(value, line.v);
    for (const [account, name, id, at] of line.w) {
      const table = this.store(account).tables.get(name);
      const value = line.v[at];
      if (value === undefined) table?.drop(id);
      else table?.put(value);
    }
  }

  #objects(): number {
    let count = 0;
    for (const store of this.#stores.values()) {
      for (const table of store.tables.values()) count += table.size;
    }
    return count;
  }
}

const done = Promise.resolve();
