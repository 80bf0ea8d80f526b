import { Prisma, database } from "@/lib/db/client";
import type { Caller } from "../auth";
import { findResource } from "../resources";
import type { Row } from "./attribute";
import { raw } from "./filters";
import { findRows, idParam, scopeOf } from "./read";
import { mayDo } from "./rights";
import type { IncludeTree } from "./query";
import type { Relationship, Resource } from "./resource";

export type Ref = { type: string; id: string };

/** One resource of an answer, with what of its relationships was asked for. */
export type Node = { resource: Resource; row: Row; data: Map<string, Ref | Ref[] | null> };

export type Nodes = Map<string, Node>;

export const keyOf = ({ type, id }: Ref) => `${type}:${id}`;
export const idOf = (row: Row) => String(row["id"]);

/** Undefined: this type has none of that name. */
export function relationshipOf(
  { relationships }: Resource,
  name: string,
): Relationship | undefined {
  return Object.hasOwn(relationships, name) ? relationships[name] : undefined;
}

/** Whether a path of an include leads somewhere, from a type on. */
export function isPath(type: string, path: string): boolean {
  const [name = "", ...rest] = path.split(".");
  const resource = findResource(type);
  const known = resource && relationshipOf(resource, name);
  if (!known) return false;
  return rest.length === 0 || known.to.some((next) => isPath(next, rest.join(".")));
}

/** Those of its targets that the token may read. */
export function targetsOf({ to }: Relationship, caller: Caller): Resource[] {
  const targets = to.flatMap((type) => findResource(type) ?? []);
  return targets.filter((target) => mayDo(target, caller, "read"));
}

/**
 * Follows the paths that were asked for, a level after the other: one query for each relationship,
 * however many rows there are, and those of a level side by side. What the token may not read leads nowhere: the
 * clients' own checkout asks for an order's customer and wallet whoever is shopping.
 */
export async function includeAll(
  nodes: Node[],
  tree: IncludeTree,
  caller: Caller,
  included: Nodes,
): Promise<void> {
  const groups = byResource(nodes);
  const steps = [...tree].flatMap(([name, subtree]) =>
    groups.flatMap((group) => {
      const relationship = group[0] && relationshipOf(group[0].resource, name);
      if (relationship === undefined) return [];
      const step = { name, subtree, group, many: relationship.many };
      return reach(group, relationship, caller).then((found) => ({ ...step, found }));
    }),
  );
  // Taken in the order of the question, whichever was read first.
  for (const step of await Promise.all(steps)) {
    await includeAll(take(step, included), step.subtree, caller, included);
  }
}

/** A polymorphic relationship leads on from several types. */
function byResource(nodes: Node[]): Node[][] {
  return [...groupBy(nodes, ({ resource }) => resource.type).values()];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Reads what one relationship leads to. */
async function reach(
  nodes: Node[],
  relationship: Relationship,
  caller: Caller,
): Promise<Reached[]> {
  const asked = targetsOf(relationship, caller).map(async (target) => {
    const found = await related(nodes, relationship, target, caller);
    return found.map((one) => ({ ...one, target }));
  });
  return (await Promise.all(asked)).flat();
}

type Step = { group: Node[]; name: string; many: boolean; found: Reached[] };

/** Puts what was read where it belongs. Gives each resource once, however many lead to it. */
function take({ group, name, many, found }: Step, included: Nodes): Node[] {
  const reached = new Map<string, Node>();
  const data = new Map<Node, Ref[]>(group.map((node) => [node, []]));
  for (const { parent, row, target } of found) {
    const ref = { type: target.type, id: idOf(row) };
    const key = keyOf(ref);
    const node = included.get(key) ?? { resource: target, row, data: new Map() };
    included.set(key, node);
    reached.set(key, node);
    data.get(parent)?.push(ref);
  }
  for (const [node, refs] of data) node.data.set(name, many ? refs : (refs[0] ?? null));
  return [...reached.values()];
}

type Found = { parent: Node; row: Row };
type Reached = Found & { target: Resource };

async function related(
  nodes: Node[],
  relationship: Relationship,
  target: Resource,
  caller: Caller,
): Promise<Found[]> {
  const parents = nodes.filter(({ row }) => leadsTo(row, relationship, target));
  const keys = [...new Set(parents.map(({ row }) => keyIn(row, relationship)))];
  if (keys.length === 0 || relationship.isNever) return [];
  if ("links" in relationship) return linkedRows(parents, relationship, target, caller);
  const column = relationship.many ? relationship.theirs : "id";
  const param = relationship.many ? keyParam : (key: string) => idParam(target, key);
  const rows = await findRows(
    target,
    Prisma.sql`${raw("t", column)} IN (${Prisma.join(keys.map(param))})
      AND ${scopeOf(target, caller, relationship.many)}`,
  );
  const byKey = groupBy(rows, (row) => String(row[column]));
  return parents.flatMap((parent) =>
    (byKey.get(keyIn(parent.row, relationship)) ?? []).map((row) => ({ parent, row })),
  );
}

const keyIn = (row: Row, { key }: Relationship) => String(row[key]);

/** A key that reads as a UUID is one everywhere but in the ids that are made of two. */
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const keyParam = (key: string) =>
  uuidForm.test(key) ? Prisma.sql`${key}::uuid` : Prisma.sql`${key}`;

function leadsTo(row: Row, relationship: Relationship, target: Resource): boolean {
  if (relationship.isNever || (row[relationship.key] ?? null) === null) return false;
  if (relationship.many || relationship.typeKey === undefined) return true;
  return row[relationship.typeKey] === target.type;
}

async function linkedRows(
  parents: Node[],
  relationship: Extract<Relationship, { links: unknown }>,
  target: Resource,
  caller: Caller,
): Promise<Found[]> {
  const db = await database();
  const keys = parents.map(({ row }) => keyParam(keyIn(row, relationship)));
  const pairs = await db.$queryRaw<{ parent: string; target: string }[]>`
    SELECT l.parent::text AS parent, l.target::text AS target FROM (${await relationship.links()}) l
    WHERE l.parent IN (${Prisma.join(keys)})`;
  const ids = [...new Set(pairs.map((pair) => pair.target))];
  if (ids.length === 0) return [];
  const rows = await findRows(
    target,
    Prisma.sql`t.id IN (${Prisma.join(ids.map((id) => idParam(target, id)))})
      AND ${scopeOf(target, caller, true)}`,
  );
  const wanted = new Set(pairs.map((pair) => `${pair.parent}>${pair.target}`));
  return parents.flatMap((parent) =>
    rows
      .filter((row) => wanted.has(`${keyIn(parent.row, relationship)}>${idOf(row)}`))
      .map((row) => ({ parent, row })),
  );
}
