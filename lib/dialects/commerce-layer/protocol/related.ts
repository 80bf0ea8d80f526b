import { Prisma } from "@/lib/db/client";
import type { Caller } from "../auth";
import { notFound, unauthorized } from "../errors";
import type { Row } from "./attribute";
import { nodesDocument, nothing, oneDocument, refsDocument } from "./answer";
import { checkQuery } from "./check-query";
import { refOf } from "./document";
import { idOf, includeAll, relationshipOf, targetsOf, type Node, type Nodes } from "./include";
import type { Query } from "./query";
import { findPage, idParam } from "./read";
import type { Resource } from "./resource";

type Related = {
  resource: Resource;
  row: Row;
  name: string;
  /** Only the types and ids of what it leads to. */
  onlyRefs: boolean;
  query: Query;
  caller: Caller;
};

/**
 * `/api/orders/:id/line_items`: an object for a to-one relationship, a list for a to-many one.
 * @throws RequestError 400, 401, 404
 */
export async function relatedDocument(asked: Related): Promise<Response> {
  const { resource, row, name, onlyRefs, query, caller } = asked;
  const relationship = relationshipOf(resource, name);
  if (relationship === undefined) throw notFound();
  const targets = targetsOf(relationship, caller);
  if (targets.length === 0) throw unauthorized();
  if (!onlyRefs) checkQuery(targets, query);
  const path = `${resource.type}/${idOf(row)}`;
  const found = await reach(asked);
  if (onlyRefs) {
    const refs = found.map(refOf);
    return refsDocument(path, name, relationship.many ? refs : (refs[0] ?? null));
  }
  if (relationship.many) return listOf(asked, targets, found, `${path}/${name}`);
  const [only] = found;
  if (only === undefined) return nothing();
  const included: Nodes = new Map();
  await includeAll([only], query.include, caller, included);
  return oneDocument(only, included, { query, status: 200 });
}

async function reach({ resource, row, name, caller }: Related): Promise<Node[]> {
  const node: Node = { resource, row, data: new Map() };
  const reached: Nodes = new Map();
  await includeAll([node], new Map([[name, new Map()]]), caller, reached);
  return [...reached.values()].map((each) => ({ ...each, data: new Map() }));
}

/** One type is a list like any other, with its filters and pages; several are one page after another. */
async function listOf(
  { query, caller }: Related,
  targets: readonly Resource[],
  found: Node[],
  path: string,
): Promise<Response> {
  const [target] = targets;
  const { number, size } = query.page;
  if (targets.length > 1 || target === undefined || found.length === 0) {
    const page = found.slice((number - 1) * size, number * size);
    return nodesDocument(page, { total: Promise.resolve(found.length), query, caller, path });
  }
  const ids = found.map(({ row }) => idParam(target, idOf(row)));
  const { rows, total } = await findPage(
    target,
    query,
    caller,
    Prisma.sql`t.id IN (${Prisma.join(ids)})`,
  );
  const nodes = rows.map((row): Node => ({ resource: target, row, data: new Map() }));
  return nodesDocument(nodes, { total, query, caller, path });
}
