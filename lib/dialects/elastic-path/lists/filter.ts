import { RequestError } from "../errors";

/** `filter=eq(payment,paid):like(email,*@x.com)`; groups in brackets with bars say "or". */
export type Test = { op: Op; attribute: string; values: string[] };
export type Filter = { all: Filter[] } | { any: Filter[] } | { test: Test };

const ops = ["eq", "like", "ilike", "gt", "ge", "lt", "le", "in", "is_null"] as const;
export type Op = (typeof ops)[number];

const maxTests = 10;
const maxDepth = 5;

export function badFilter(detail = "Could not parse the supplied filter"): RequestError {
  return new RequestError(400, [{ title: "Bad Request", detail, source: "filter" }]);
}

/** Null: nothing is asked. @throws RequestError 400 */
export function parseFilter(text: string | null): Filter | null {
  if (text === null || text.trim() === "") return null;
  const reader = { text: text.trim(), at: 0, tests: 0 };
  const filter = readAll(reader, 0);
  if (reader.at < reader.text.length) throw badFilter();
  return filter;
}

type Reader = { text: string; at: number; tests: number };

const peek = ({ text, at }: Reader) => text[at];

function take(reader: Reader, char: string): boolean {
  if (peek(reader) !== char) return false;
  reader.at += 1;
  return true;
}

/** Terms with colons between them: every one must hold. */
function readAll(reader: Reader, depth: number): Filter {
  const all = [readTerm(reader, depth)];
  while (take(reader, ":")) all.push(readTerm(reader, depth));
  return { all };
}

function readTerm(reader: Reader, depth: number): Filter {
  if (depth > maxDepth) throw badFilter("The supplied filter is nested too deeply");
  if (!take(reader, "(")) return { test: readTest(reader) };
  const any = [readAll(reader, depth + 1)];
  while (take(reader, "|")) any.push(readAll(reader, depth + 1));
  if (!take(reader, ")")) throw badFilter();
  return { any };
}

// Brackets may stand in a value in pairs: `eq(name,Mug (Fog))`.
const testForm =
  /([a-z_]+)\(\s*([\w.]+)\s*((?:,(?:\s*"(?:[^"\\]|\\.)*"\s*|(?:[^,()"]|\([^,()"]*\))*))*)\)/y;
const valueForm = /,(?:\s*"((?:[^"\\]|\\.)*)"\s*|((?:[^,()"]|\([^,()"]*\))*))/g;

function readTest(reader: Reader): Test {
  testForm.lastIndex = reader.at;
  const match = testForm.exec(reader.text);
  const [whole = "", name = "", attribute = "", rest = ""] = match ?? [];
  const op = ops.find((known) => known === name);
  if (match === null || op === undefined) throw badFilter();
  reader.at += whole.length;
  reader.tests += 1;
  if (reader.tests > maxTests) throw badFilter(`A filter has at most ${maxTests} conditions`);

  const values = [...rest.matchAll(valueForm)].map(([, quoted, plain = ""]) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(.)/g, "$1"),
  );
  const fits =
    op === "is_null"
      ? values.length === 0
      : op === "in"
        ? values.length > 0 && values.length <= 100
        : values.length === 1;
  if (!fits || values.includes("")) throw badFilter();
  return { op, attribute, values };
}
