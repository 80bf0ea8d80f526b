import { badRequest } from "../errors";
import { findResource } from "../resources";
import { notes } from "./notes";
import type { IncludeTree, Query } from "./query";
import type { Resource } from "./resource";

/**
 * What leads nowhere is refused before anything is read: otherwise it would depend on the data whether a
 * misspelt name is found out. @throws RequestError 400
 */
export function checkQuery(resources: readonly Resource[], { include, fields }: Query): void {
  checkIncludes(resources, include);
  for (const [type, names] of fields) checkFields(type, names);
}

/** A polymorphic relationship leads on from each of its types that knows the name. */
function checkIncludes(resources: readonly Resource[], tree: IncludeTree): void {
  for (const [name, subtree] of tree) {
    const next = resources.flatMap(({ relationships }) =>
      Object.hasOwn(relationships, name) ? (relationships[name]?.to ?? []) : [],
    );
    if (next.length === 0) throw invalidInclude(name, resources[0]?.type ?? "");
    checkIncludes(
      next.flatMap((type) => findResource(type) ?? []),
      subtree,
    );
  }
}

function invalidInclude(name: string, type: string) {
  const detail = `${name.slice(0, 60)} is not a valid relationship of ${type}`;
  return badRequest("INVALID_INCLUDE", "Invalid field", detail);
}

function checkFields(type: string, names: ReadonlySet<string>): void {
  const resource = findResource(type);
  if (resource === undefined) {
    const detail = `${type.slice(0, 60)} is not a valid resource.`;
    throw badRequest("INVALID_RESOURCE", "Invalid resource", detail);
  }
  const { attributes, relationships } = resource;
  for (const name of names) {
    const known = [attributes, relationships, notes].some((each) => Object.hasOwn(each, name));
    if (known || name === "id" || name === "type") continue;
    const detail = `${name.slice(0, 60)} is not a valid field for ${type}.`;
    throw badRequest("INVALID_FIELD", "Invalid field", detail);
  }
}
