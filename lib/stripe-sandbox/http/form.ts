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
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw invalidRequest("Invalid request: a parameter is not valid percent-encoded UTF-8.");
  }
}

/** Sets one value. Public because multipart bodies name their fields in the same way. */
export function put(tree: FormTree, name: string, value: string): void {
  if (!name.includes("[")) {
    tree[name] = value;
    return;
  }
  const keys = keysOf(name);
  let node = tree;
  keys.forEach((key, depth) => {
    if (depth === keys.length - 1) {
      node[key === "" ? nextIndex(node) : key] = value;
      return;
    }
    const slot = key === "" ? nextIndex(node) : key;
    const below = node[slot];
    if (typeof below === "object" && !Array.isArray(below)) {
      node = below;
      return;
    }
    const fresh = emptyTree();
    node[slot] = fresh;
    node = fresh;
  });
}

const nextIndex = (node: FormTree) => String(Object.keys(node).length);

/** `a[b][]` → `["a", "b", ""]` */
function keysOf(name: string): string[] {
  const open = name.indexOf("[");
  if (!name.endsWith("]") || open === 0) throw invalidRequest(`Invalid parameter name: ${name}`);
  const keys = [name.slice(0, open), ...name.slice(open + 1, -1).split("][")];
  if (keys.length > MAX_DEPTH) throw invalidRequest("Invalid request: parameters nested too deep.");
  return keys;
}
