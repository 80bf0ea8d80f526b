import { env } from "@/lib/env";
import { badRequest } from "../errors";
import { emptyNote, notes, readNotes, type WrittenNote } from "./notes";
import { idOf, keyOf, type Node } from "./include";
import type { Query } from "./query";
import type { Resource } from "./resource";

export const apiUrl = (path: string) => `${env().storeUrl}/api/${path}`;

/** What an answer says of each of its resources; all notes are read with one query. */
export async function documentOf(
  primary: readonly Node[],
  included: readonly Node[],
  { fields }: Pick<Query, "fields">,
) {
  const all = [...primary, ...included];
  for (const { resource } of all) requireFields(resource, fields.get(resource.type));
  const noted = await readNotes(all.map(refOf));
  const write = (node: Node) =>
    resourceJson(node, fields.get(node.resource.type), noted.get(keyOf(refOf(node))) ?? emptyNote);
  return { data: primary.map(write), included: included.map(write) };
}

export const refOf = ({ resource, row }: Node) => ({ type: resource.type, id: idOf(row) });

function resourceJson(
  { resource, row, data }: Node,
  asked: ReadonlySet<string> | undefined,
  note: WrittenNote,
) {
  const id = idOf(row);
  const self = apiUrl(`${resource.type}/${id}`);
  const shown = (name: string) => asked === undefined || asked.has(name);
  const attributes = Object.entries(resource.attributes);
  const relationships = Object.keys(resource.relationships).filter(
    (name) => shown(name) || data.has(name),
  );
  return {
    id,
    type: resource.type,
    links: { self },
    attributes: Object.fromEntries([
      ...attributes.filter(([name]) => shown(name)).map(([name, { read }]) => [name, read(row)]),
      ...Object.entries(note).filter(([name]) => shown(name)),
    ]),
    relationships: Object.fromEntries(
      relationships.map((name) => [
        name,
        {
          links: { self: `${self}/relationships/${name}`, related: `${self}/${name}` },
          ...(data.has(name) && { data: data.get(name) }),
        },
      ]),
    ),
    meta: { mode: env().stripe.mode === "sandbox" ? "test" : "live", organization_id: "tender" },
  };
}

/** @throws RequestError 400 */
function requireFields(resource: Resource, asked: ReadonlySet<string> | undefined): void {
  const { attributes, relationships, type } = resource;
  for (const name of asked ?? []) {
    const known = [attributes, relationships, notes].some((names) => Object.hasOwn(names, name));
    if (known || name === "id" || name === "type") continue;
    const detail = `${name.slice(0, 60)} is not a valid field for ${type}.`;
    throw badRequest("INVALID_FIELD", "Invalid field", detail);
  }
}
