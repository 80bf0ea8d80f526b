import { expandableFields } from "./expandable-fields";

/**
 * Whether a path can be expanded is a matter of the types, and not of what happens to be there: below a
 * null, too. Objects that the table does not know are let through.
 */
export function canExpand(kind: string, steps: readonly string[]): boolean {
  const fields = expandableFields[kind];
  if (fields === undefined || steps.length === 0) return true;
  for (let length = 1; length <= steps.length; length++) {
    const target = fields[steps.slice(0, length).join(".")];
    if (target !== undefined) return leadsOn(target, steps.slice(length));
  }
  return false;
}

/** `charge`, `card|source`, or `list>refund`, whose items are behind `data`. */
function leadsOn(target: string, rest: readonly string[]): boolean {
  if (rest.length === 0) return true;
  const listed = target.startsWith("list>");
  if (listed && rest[0] !== "data") return false;
  const kinds = (listed ? target.slice("list>".length) : target).split("|");
  const below = listed ? rest.slice(1) : rest;
  return kinds.some((kind) => canExpand(kind, below));
}
