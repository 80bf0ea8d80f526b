import { Prisma } from "@/lib/db/client";
import { badRequest } from "../errors";
import { findResource } from "../resources";
import type { Kind } from "./attribute";
import { notedColumn, notes } from "./notes";
import { condition, predicates } from "./predicates";
import type { Query } from "./query";
import type { Resource } from "./resource";

type Field = { column: Prisma.Sql; kind: Kind };

/** All filters of a request as one condition over `t`. @throws RequestError 400 */
export async function filterCondition(
  resource: Resource,
  filters: Query["filters"],
): Promise<Prisma.Sql> {
  const parts: Prisma.Sql[] = [];
  for (const { name, value } of filters) parts.push(await filterOf(resource, name, value, "t"));
  return parts.length === 0 ? Prisma.sql`TRUE` : Prisma.join(parts, " AND ");
}

/** `number_or_reference_eq`: attributes joined by one word, and what is asked of each of them. */
async function filterOf(resource: Resource, name: string, value: string, alias: string) {
  const predicate = predicates.find((candidate) => name.endsWith(`_${candidate}`));
  if (predicate === undefined) throw notAllowed(name);
  const subject = name.slice(0, -predicate.length - 1);
  const word = subject.includes("_or_") ? "_or_" : "_and_";
  const parts: Prisma.Sql[] = [];
  for (const attribute of subject.split(word)) {
    parts.push(await attributeCondition(resource, attribute, { predicate, value, alias }));
  }
  return Prisma.sql`(${Prisma.join(parts, word === "_or_" ? " OR " : " AND ")})`;
}

type Asked = { predicate: string; value: string; alias: string };

async function attributeCondition(
  resource: Resource,
  name: string,
  asked: Asked,
): Promise<Prisma.Sql> {
  const exact = exactCondition(resource, name, asked);
  if (exact !== null) return exact;
  const field = fieldOf(resource, name, asked.alias);
  if (field !== null) return condition(field.column, field.kind, asked.predicate, asked.value);
  for (const [relation, { to, ...link }] of Object.entries(resource.relationships)) {
    if (!name.startsWith(`${relation}_`)) continue;
    const target = findResource(to[0] ?? "");
    if (target === undefined) continue;
    const alias = `${asked.alias}${relation.length}`;
    const inner = { ...asked, alias };
    const rest = await attributeCondition(target, name.slice(relation.length + 1), inner);
    if (link.isNever) return Prisma.sql`FALSE`;
    if ("links" in link) {
      return Prisma.sql`EXISTS (SELECT 1 FROM (${await link.links()}) ${Prisma.raw(`${alias}l`)}
        JOIN (${await target.view()}) ${Prisma.raw(alias)} ON ${raw(alias, "id")} = ${raw(`${alias}l`, "target")}
        WHERE ${raw(`${alias}l`, "parent")} = ${raw(asked.alias, link.key)} AND ${rest})`;
    }
    const [own, theirs] = "theirs" in link ? [link.key, link.theirs] : [link.key, "id"];
    return Prisma.sql`EXISTS (SELECT 1 FROM (${await target.view()}) ${Prisma.raw(alias)}
      WHERE ${raw(alias, theirs)} = ${raw(asked.alias, own)} AND ${rest})`;
  }
  throw notAllowed(name);
}

/** Whether it is one of some values, where the attribute has a better way to say so than its column. */
function exactCondition(resource: Resource, name: string, { predicate, value, alias }: Asked) {
  const attribute = Object.hasOwn(resource.attributes, name) ? resource.attributes[name] : null;
  if (!attribute?.isOneOf || !["eq", "in"].includes(predicate)) return null;
  const given = predicate === "in" ? value.split(",").map((part) => part.trim()) : [value];
  return attribute.isOneOf(alias, given);
}

/** The name is one of a closed list, never what somebody sent. */
export const raw = (alias: string, column: string) => Prisma.raw(`${alias}."${column}"`);

/** What a filter or an order can be made of. Null: the resource has nothing of that name. */
export function fieldOf(resource: Resource, name: string, alias = "t"): Field | null {
  if (name === "id") return { column: raw(alias, "id"), kind: resource.idKind };
  if (name in notes) return notedColumn(resource, name, alias);
  const attribute = Object.hasOwn(resource.attributes, name)
    ? resource.attributes[name]
    : undefined;
  if (!attribute || attribute.column === null) return null;
  return { column: raw(alias, attribute.column), kind: attribute.kind };
}

const notAllowed = (name: string) =>
  badRequest("FILTER_NOT_ALLOWED", "Filter not allowed", `${name.slice(0, 100)} is not allowed.`);
