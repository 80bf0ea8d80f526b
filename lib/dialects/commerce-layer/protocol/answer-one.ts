import type { Caller } from "../auth";
import { oneDocument } from "./answer";
import { includeAll, type Node, type Nodes } from "./include";
import type { Query } from "./query";
import { findRow } from "./read";
import type { Resource } from "./resource";

type Asked = {
  query: Query;
  caller: Caller;
  status: number;
  /** Columns that say more in this answer than in any other. */
  shownOnce?: Record<string, unknown> | undefined;
};

/** One resource, with what is included. Null: there is none that the token may see. */
export async function answerOne(
  resource: Resource,
  id: string,
  { query, caller, status, shownOnce }: Asked,
): Promise<Response | null> {
  const row = await findRow(resource, id, caller);
  if (row === null) return null;
  const node: Node = { resource, row: { ...row, ...shownOnce }, data: new Map() };
  const included: Nodes = new Map();
  await includeAll([node], query.include, caller, included);
  return oneDocument(node, included, { query, status });
}
