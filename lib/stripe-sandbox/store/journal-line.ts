import type { Change, Identified } from "./table";

/** A change, and whose it is. */
export type Written = { account: string; change: Change };

/** A journal line: values, and which table (of which account) each belongs to; -1 is a removal. */
export type Line = {
  v: Identified[];
  w: [account: string, table: string, id: string, value: number][];
};

/** The JSON of values that one transaction wrote, so that each is serialised once. */
export class Texts {
  readonly list: string[] = [];
  readonly #at = new Map<object, number>();

  indexOf(value: object): number {
    const known = this.#at.get(value);
    if (known !== undefined) return known;
    const text = this.#textOf(value);
    const at = this.list.push(text) - 1;
    this.#at.set(value, at);
    return at;
  }

  /** The JSON of a value that was written as it is. */
  find(value: object): string | undefined {
    const at = this.#at.get(value);
    return at === undefined || holdsReference(value) ? undefined : this.list[at];
  }

  /** An event holds an object, a stored answer a body: mostly values of the same line. */
  #textOf(value: object): string {
    if (isEvent(value)) {
      const object = { $v: this.indexOf(value.data.object) };
      return JSON.stringify({ ...value, data: { ...value.data, object } });
    }
    if (isAnswer(value)) {
      return JSON.stringify({ ...value, body: { $v: this.indexOf(value.body) } });
    }
    return JSON.stringify(value);
  }
}

const isObject = (part: unknown): part is object => typeof part === "object" && part !== null;

function isEvent(value: object): value is { data: { object: object } } {
  if (!("object" in value) || value.object !== "event" || !("data" in value)) return false;
  return isObject(value.data) && "object" in value.data && isObject(value.data.object);
}

function isAnswer(value: object): value is { body: object; digest: string } {
  return "digest" in value && "body" in value && isObject(value.body);
}

const holdsReference = (value: object) => isEvent(value) || isAnswer(value);

/** An event or a stored answer that holds an object of the same line refers to it by its number. */
export function lineOf(changes: Written[], texts: Texts): string {
  const last = new Map<string, number>();
  changes.forEach(({ account, change }, at) => {
    last.set(`${account}/${change.table.name}/${change.id}`, at);
  });
  const writes: string[] = [];
  changes.forEach(({ account, change }, at) => {
    // Of several versions the last one counts; an earlier one may still be an event's snapshot.
    if (last.get(`${account}/${change.table.name}/${change.id}`) !== at) return;
    const value = change.after === null ? -1 : texts.indexOf(change.after);
    writes.push(JSON.stringify([account, change.table.name, change.id, value]));
  });
  return `{"v":[${texts.list.join(",")}],"w":[${writes.join(",")}]}`;
}

export function resolveReferences(value: object, values: readonly object[]): void {
  if (isEvent(value)) resolveIn(value.data, "object", values);
  else if (isAnswer(value)) resolveIn(value, "body", values);
}

function resolveIn(holder: object, key: string, values: readonly object[]): void {
  const part: unknown = Reflect.get(holder, key);
  if (isObject(part) && "$v" in part) Reflect.set(holder, key, values[Number(part.$v)]);
}
