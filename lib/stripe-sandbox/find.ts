import { missingResource } from "./errors";
import type { Identified, Table } from "./store/table";

/** The object with this id, or Stripe's `No such …`. 404 for an id in the path, 400 for a parameter. */
export function findOr<T extends Identified, I extends string>(
  table: Table<T, I>,
  noun: string,
  id: string,
  param: string,
  status: 400 | 404 = 404,
): T {
  const found = table.find(id);
  if (found === undefined) throw missingResource(noun, id, param, status);
  return found;
}
