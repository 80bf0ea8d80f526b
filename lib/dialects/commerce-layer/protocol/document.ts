import { env } from "@/lib/env";
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
  const noted = await readNotes(all.map(refOf));
  const writers = new Map<Resource, Writer>();
  for (const { resource } of all) {
    if (!writers.has(resource)) writers.set(resource, writerOf(resource, fields));
  }
  const write = (node: Node) =>
    writers.get(node.resource)?.(node, noted.get(keyOf(refOf(node))) ?? emptyNote);
  return { data: primary.map(write), included: included.map(write) };
}

export const refOf = ({ resource, row }: Node) => ({ type: resource.type, id: idOf(row) });

type Writer = (node: Node, note: WrittenNote) => object;

/** What is shown of a type is decided once for a whole answer: a page has thousands of attributes. */
function writerOf(resource: Resource, fields: Query["fields"]): Writer {
  const asked = fields.get(resource.type);
  const shown = ([name]: [string, unknown]) => asked === undefined || asked.has(name);
  const attributes = Object.entries(resource.attributes).filter(shown);
  const noted = Object.entries(notes).filter(shown);
  const relationships = Object.keys(resource.relationships);
  const meta = {
    mode: env().stripe.mode === "sandbox" ? "test" : "live",
    organization_id: "tender",
  };
  return ({ row, data }, note) => {
    const id = idOf(row);
    const self = apiUrl(`${resource.single?.path ?? resource.type}/${id}`);
    const values: Record<string, unknown> = {};
    for (const [name, { read }] of attributes) values[name] = read(row);
    for (const [name, key] of noted) values[name] = note[key];
    const links: Record<string, object> = {};
    for (const name of relationships) {
      if (!shown([name, null]) && !data.has(name)) continue;
      const both = { self: `${self}/relationships/${name}`, related: `${self}/${name}` };
      links[name] = data.has(name) ? { links: both, data: data.get(name) } : { links: both };
    }
    const { type } = resource;
    return { id, type, links: { self }, attributes: values, relationships: links, meta };
  };
}
