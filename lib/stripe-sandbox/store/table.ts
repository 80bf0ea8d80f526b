import { lastBelow, type Row } from "./rows";

/**
 * A table holds immutable values by id, in the order in which they were created, with indexes that
 * give "all of this customer" without a scan. It writes nothing to disk: it reports each change to a
 * log, and the log's owner decides whether the changes are journalled or undone.
 */
export type Identified = { id: string };

export type Change = {
  table: AnyTable;
  id: string;
  before: Row<Identified> | undefined;
  after: Identified | null;
};

export type ChangeLog = (change: Change) => void;

/** What undoing and journalling need to know of a table, whatever it holds. */
export type AnyTable = {
  readonly name: string;
  restore(id: string, row: Row<Identified> | undefined): void;
};

type Keys<T> = Record<string, (value: T) => string | null | undefined>;

export class Table<T extends Identified, I extends string = never> {
  readonly #rows = new Map<string, Row<T>>();
  readonly #order: Row<T>[] = [];
  readonly #indexes = new Map<string, Map<string, Row<T>[]>>();
  readonly #erased: AnyTable;
  #next = 1;
  #dead = 0;
  #first = 0;

  constructor(
    readonly name: string,
    private readonly log: ChangeLog,
    private readonly keys: Keys<T> & Record<I, (value: T) => string | null | undefined>,
  ) {
    for (const index of Object.keys(keys)) this.#indexes.set(index, new Map());
    this.#erased = { name, restore: (id, before) => this.#restore(id, before) };
  }

  get size(): number {
    return this.#rows.size;
  }

  find(id: string): T | undefined {
    return this.#rows.get(id)?.value;
  }

  save(value: T): T {
    const before = this.#rows.get(value.id);
    const snapshot = before === undefined ? undefined : { ...before };
    this.log({ table: this.#erased, id: value.id, before: snapshot, after: value });
    this.put(value);
    return value;
  }

  remove(id: string): void {
    const before = this.#rows.get(id);
    if (before === undefined) return;
    this.log({ table: this.#erased, id, before: { ...before }, after: null });
    this.#drop(before);
  }

  /** Writes without telling the log: for replaying the journal. */
  put(value: T): void {
    const row = this.#rows.get(value.id);
    if (row === undefined) return this.#append({ sequence: this.#next++, value });
    this.#unindex(row);
    row.value = value;
    this.#index(row);
  }

  drop(id: string): void {
    const row = this.#rows.get(id);
    if (row !== undefined) this.#drop(row);
  }

  clear(): void {
    this.#rows.clear();
    this.#order.length = 0;
    this.#dead = 0;
    this.#first = 0;
    for (const index of this.#indexes.values()) index.clear();
  }

  /** Newest first; with a cursor, what comes after (older) or before (newer) that row. */
  *newest(from?: string, source: readonly Row<T>[] = this.#order): Generator<T> {
    const start = from === undefined ? undefined : this.#rows.get(from)?.sequence;
    let at = start === undefined ? source.length - 1 : lastBelow(source, start);
    for (; at >= 0; at--) {
      const row = source[at];
      if (row !== undefined && this.#isLive(row)) yield row.value;
    }
  }

  *oldest(from?: string, source: readonly Row<T>[] = this.#order): Generator<T> {
    const start = from === undefined ? undefined : this.#rows.get(from)?.sequence;
    const first = source === this.#order ? this.#skipDead() : 0;
    let at = start === undefined ? first : lastBelow(source, start + 1) + 1;
    for (; at < source.length; at++) {
      const row = source[at];
      if (row !== undefined && this.#isLive(row)) yield row.value;
    }
  }

  /** Where the live rows begin: the oldest are the first to be deleted, as stored answers are. */
  #skipDead(): number {
    for (let row = this.#order[this.#first]; row !== undefined; row = this.#order[this.#first]) {
      if (this.#isLive(row)) break;
      this.#first++;
    }
    return this.#first;
  }

  /** The rows under one key of an index, oldest first. */
  rowsBy(index: I, key: string): readonly Row<T>[] {
    return this.#indexes.get(index)?.get(key) ?? [];
  }

  by(index: I, key: string): T[] {
    return this.rowsBy(index, key).map((row) => row.value);
  }

  #isLive(row: Row<T>): boolean {
    return this.#rows.get(row.value.id) === row;
  }

  #append(row: Row<T>): void {
    this.#rows.set(row.value.id, row);
    this.#order.push(row);
    this.#index(row);
  }

  #drop(row: Row<T>): void {
    this.#unindex(row);
    this.#rows.delete(row.value.id);
    this.#dead++;
    // Deleted rows stay in the order as gaps until they are a third of it.
    if (this.#dead > 1000 && this.#dead * 3 > this.#order.length) {
      const live = this.#order.filter((entry) => this.#isLive(entry));
      this.#order.length = 0;
      for (const entry of live) this.#order.push(entry);
      this.#dead = 0;
      this.#first = 0;
    }
  }

  #index(row: Row<T>): void {
    for (const [name, keyOf] of Object.entries<Keys<T>[string]>(this.keys)) {
      const key = keyOf(row.value);
      if (key === null || key === undefined) continue;
      const index = this.#indexes.get(name);
      const rows = index?.get(key);
      if (rows === undefined) index?.set(key, [row]);
      else if ((rows.at(-1)?.sequence ?? 0) < row.sequence) rows.push(row);
      else rows.splice(lastBelow(rows, row.sequence) + 1, 0, row);
    }
  }

  #unindex(row: Row<T>): void {
    for (const [name, keyOf] of Object.entries<Keys<T>[string]>(this.keys)) {
      const key = keyOf(row.value);
      if (key === null || key === undefined) continue;
      const index = this.#indexes.get(name);
      const rows = index?.get(key);
      if (rows === undefined) continue;
      const at = lastBelow(rows, row.sequence + 1);
      if (rows[at] === row) rows.splice(at, 1);
      if (rows.length === 0) index?.delete(key);
    }
  }

  #restore(id: string, before: Row<Identified> | undefined): void {
    const now = this.#rows.get(id);
    if (now !== undefined && before === undefined) return this.#drop(now);
    if (before === undefined || !this.#holds(before)) return;
    if (now === undefined) this.#reinsert(before);
    else this.put(before.value);
  }

  /** Only rows that this table made are ever handed back to it. */
  #holds(row: Row<Identified>): row is Row<T> {
    return row.sequence < this.#next;
  }

  #reinsert(row: Row<T>): void {
    this.#rows.set(row.value.id, row);
    this.#first = 0;
    this.#order.splice(lastBelow(this.#order, row.sequence) + 1, 0, row);
    this.#index(row);
  }
}
