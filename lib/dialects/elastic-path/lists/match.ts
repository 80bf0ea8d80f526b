import { badFilter, type Filter, type Test } from "./filter";

type Record = { id: string; name: string; slug: string };

/** Whether a filter lets something through that is in memory. @throws RequestError 400 */
export function matches(filter: Filter | null, record: Record): boolean {
  if (filter === null) return true;
  if ("all" in filter) return filter.all.every((part) => matches(part, record));
  if ("any" in filter) return filter.any.some((part) => matches(part, record));
  return passes(filter.test, record);
}

function passes({ op, attribute, values }: Test, record: Record): boolean {
  if (attribute !== "id" && attribute !== "name" && attribute !== "slug") {
    throw badFilter(`Cannot filter by ${attribute.slice(0, 40)}; filter by id, name or slug`);
  }
  if (op !== "eq" && op !== "in") throw badFilter(`${attribute} is compared with eq or in`);
  return values.includes(record[attribute]);
}
