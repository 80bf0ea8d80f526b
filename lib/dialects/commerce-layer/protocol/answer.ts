import type { Caller } from "../auth";
import { mediaType } from "./body";
import { apiUrl, documentOf, refOf } from "./document";
import { includeAll, keyOf, type Node, type Nodes } from "./include";
import type { Query } from "./query";
import type { Page } from "./read";
import type { Resource } from "./resource";

const json = (body: unknown, status = 200): Response => text(JSON.stringify(body), status);

function text(body: string, status = 200): Response {
  return new Response(body, { status, headers: { "Content-Type": mediaType } });
}

/** The member of a document that says what is included, where something was asked for. */
const includedIn = ({ include }: Query, more: string[]): string =>
  include.size > 0 ? `,"included":[${more.join(",")}]` : "";

/** What was asked for itself is not repeated among what is included. */
function others(primary: readonly Node[], included: Nodes): Node[] {
  const own = new Set(primary.map((node) => keyOf(refOf(node))));
  return [...included].filter(([key]) => !own.has(key)).map(([, node]) => node);
}

export async function oneDocument(
  node: Node,
  included: Nodes,
  { query, status }: { query: Query; status: number },
): Promise<Response> {
  const { data, included: more } = await documentOf([node], others([node], included), query);
  return text(`{"data":${data[0]}${includedIn(query, more)}}`, status);
}

/** A to-one relationship that leads nowhere. */
export const nothing = () => json({ data: null });

/** What a relationship endpoint says: where it leads, and to what. */
export function refsDocument(path: string, name: string, data: unknown): Response {
  const links = {
    self: apiUrl(`${path}/relationships/${name}`),
    related: apiUrl(`${path}/${name}`),
  };
  return json({ links, data });
}

type Listed = { resource: Resource; page: Page; query: Query; caller: Caller; path: string };

export async function listDocument({ resource, page, query, caller, path }: Listed) {
  const nodes = page.rows.map((row): Node => ({ resource, row, data: new Map() }));
  return nodesDocument(nodes, { total: page.total, query, caller, path });
}

export async function nodesDocument(
  nodes: Node[],
  { total, query, caller, path }: Omit<Listed, "resource" | "page"> & Pick<Page, "total">,
): Promise<Response> {
  const included: Nodes = new Map();
  await includeAll(nodes, query.include, caller, included);
  const { data, included: more } = await documentOf(nodes, others(nodes, included), query);
  const count = await total;
  const pages = Math.max(1, Math.ceil(count / query.page.size));
  const meta = JSON.stringify({ record_count: count, page_count: pages });
  const links = JSON.stringify(pageLinks(path, query, pages));
  const rows = `{"data":[${data.join(",")}]${includedIn(query, more)}`;
  return text(`${rows},"meta":${meta},"links":${links}}`);
}

function pageLinks(path: string, { page: { number, size }, withoutPage }: Query, pages: number) {
  const asked = withoutPage.size > 0 ? `${withoutPage}&` : "";
  const page = (to: number) => `${apiUrl(path)}?${asked}page[number]=${to}&page[size]=${size}`;
  return {
    first: page(1),
    ...(number > 1 && { prev: page(Math.min(number - 1, pages)) }),
    ...(number < pages && { next: page(number + 1) }),
    last: page(pages),
  };
}
