import { invalidRequest } from "../errors";

/** A form as Stripe reads it: `a[b][0]=c` is nested, and every leaf is a string. */
export type FormNode = string | FormTree | FormNode[];
export type FormTree = { [key: string]: FormNode };

/** Deeper forms than this are refused; Stripe's deepest parameters have about eight levels. */
const MAX_DEPTH = 12;
const MAX_FIELDS = 5_000;

/** Parses `application/x-www-form-urlencoded` with brackets. Throws a StripeError on nonsense. */
export function parseForm(text: string): FormTree {
  const tree = emptyTree();
  if (text === "") return tree;
  const pairs = text.split("&");
  if (pairs.length > MAX_FIELDS) throw invalidRequest("Invalid request: too many parameters.");
  for (const pair of pairs) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = decode(at === -1 ? pair : pair.slice(0, at));
    put(tree, name, at === -1 ? "" : decode(pair.slice(at + 1)));
  }
  return tree;
}

/** A tree without a prototype: `__proto__` is then a name like any other. */
function emptyTree(): FormTree {
  const tree: FormTree = Object.create(null);
  return tree;
}

function decode(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  const decoded = spaced.includes("%") ? decodePercent(spaced) : spaced;
  // No text has it, and databases behind an application refuse it when it comes back.
  if (decoded.includes("\0")) throw invalidRequest("Invalid request: a parameter has a null byte.");
  return decoded;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidRequest("Invalid request: a parameter is not valid percent-encoded UTF-8.");
  }
}

function put(tree: FormTree, name: string, value: string): void {
  if (!name.includes("[")) {
    tree[name] = value;
    return;
  }
  const keys = keysOf(name);
  const last = keys.pop() ?? "";
  let node = tree;
  keys.forEach((key, depth) => {
    node = branch(node, key === "" ? openIndex(node, keys[depth + 1] ?? last) : key);
  });
  node[last === "" ? nextIndex(node) : last] = value;
}

function branch(node: FormTree, key: string): FormTree {
  const below = node[key];
  if (typeof below === "object" && !Array.isArray(below)) return below;
  if (typeof below === "string") {
    throw invalidRequest(`Invalid object: ${below.slice(0, 100)}`, { param: key });
  }
  const fresh = emptyTree();
  node[key] = fresh;
  return fresh;
}

const nextIndex = (node: FormTree) => String(Object.keys(node).length);

/** `a[][b]=1&a[][c]=2` is one item; it ends where one of its names comes again. */
function openIndex(node: FormTree, inside: string): string {
  const count = Object.keys(node).length;
  const last = node[String(count - 1)];
  const isOpen = typeof last === "object" && inside !== "" && !(inside in last);
  return String(isOpen ? count - 1 : count);
}

/** `a[b][]` → `["a", "b", ""]` */
function keysOf(name: string): string[] {
  const open = name.indexOf("[");
  if (!name.endsWith("]") || open === 0) throw invalidRequest(`Invalid parameter name: ${name}`);
  const keys = [name.slice(0, open), ...name.slice(open + 1, -1).split("][")];
  if (keys.length > MAX_DEPTH) throw invalidRequest("Invalid request: parameters nested too deep.");
  return keys;
}
