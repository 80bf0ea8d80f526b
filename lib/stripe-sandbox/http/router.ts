export type Method = "GET" | "POST" | "DELETE";

type Node<T> = { words: Map<string, Node<T>>; any: Node<T> | null; here: Map<string, Route<T>> };
type Route<T> = { target: T; names: string[] };
export type Match<T> = { target: T; params: Record<string, string> };

/** Finds the target of `POST /v1/customers/:id`. A word wins over a placeholder. */
export class Router<T> {
  readonly #root: Node<T> = emptyNode();

  add(method: string, path: string, target: T): void {
    const names: string[] = [];
    let node = this.#root;
    for (const segment of segmentsOf(path)) {
      if (segment.startsWith(":")) {
        names.push(segment.slice(1));
        node.any ??= emptyNode();
        node = node.any;
      } else {
        const next = node.words.get(segment) ?? emptyNode<T>();
        node.words.set(segment, next);
        node = next;
      }
    }
    node.here.set(method, { target, names });
  }

  find(method: string, path: string): Match<T> | null {
    const values: string[] = [];
    const route = walk(this.#root, segmentsOf(path), 0, method, values);
    if (route === null) return null;
    const params: Record<string, string> = {};
    route.names.forEach((name, at) => (params[name] = values[at] ?? ""));
    return { target: route.target, params };
  }
}

function walk<T>(
  node: Node<T>,
  segments: string[],
  at: number,
  method: string,
  values: string[],
): Route<T> | null {
  const segment = segments[at];
  if (segment === undefined) return node.here.get(method) ?? null;
  const word = node.words.get(segment);
  const found = word === undefined ? null : walk(word, segments, at + 1, method, values);
  // An empty segment is no id: `/v1/customers/` is neither the list nor a customer.
  if (found !== null || node.any === null || segment === "") return found;
  values.push(segment);
  const below = walk(node.any, segments, at + 1, method, values);
  if (below === null) values.pop();
  return below;
}

function emptyNode<T>(): Node<T> {
  return { words: new Map(), any: null, here: new Map() };
}

function segmentsOf(path: string): string[] {
  return path.slice(1).split("/").map(decodeSegment);
}

function decodeSegment(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
