import { env } from "@/lib/env";
import { emptyNote, notes, readNotes, type WrittenNote } from "./notes";
import { idOf, keyOf, type Node } from "./include";
import type { Query } from "./query";
import type { Resource } from "./resource";

export const apiUrl = (path: string) => `${env().storeUrl}/api/${path}`;

/**
 * What an answer says of each of its resources, each as JSON text; all notes are read with one query. A page of 25
 * orders is half a megabyte, most of it the links of relationships: they are written as text at once, because as
 * objects they are ten thousand, and tidying those up takes longer than reading the page from the database.
 */
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
    writers.get(node.resource)?.(node, noted.get(keyOf(refOf(node))) ?? emptyNote) ?? "null";
  return { data: primary.map(write), included: included.map(write) };
}

export const refOf = ({ resource, row }: Node) => ({ type: resource.type, id: idOf(row) });

type Writer = (node: Node, note: WrittenNote) => string;

/** What is shown of a type is decided once for a whole answer: a page has thousands of attributes. */
function writerOf(resource: Resource, fields: Query["fields"]): Writer {
  const asked = fields.get(resource.type);
  const isShown = (name: string) => asked === undefined || asked.has(name);
  const attributes = Object.entries(resource.attributes).filter(([name]) => isShown(name));
  const noted = Object.entries(notes).filter(([name]) => isShown(name));
  const relationships = Object.keys(resource.relationships);
  const mode = env().stripe.mode === "sandbox" ? "test" : "live";
  const meta = JSON.stringify({ mode, organization_id: "tender" });
  const type = JSON.stringify(resource.type);
  return ({ row, data }, note) => {
    const id = idOf(row);
    // Without its quotes: it is the beginning of other addresses.
    const self = inner(apiUrl(`${resource.single?.path ?? resource.type}/${id}`));
    const values: Record<string, unknown> = {};
    for (const [name, { read }] of attributes) values[name] = read(row);
    for (const [name, key] of noted) values[name] = note[key];
    const links = relationships
      .filter((name) => isShown(name) || data.has(name))
      .map((name) => {
        const both = `{"self":"${self}/relationships/${name}","related":"${self}/${name}"}`;
        const to = data.has(name) ? `,"data":${JSON.stringify(data.get(name))}` : "";
        return `"${name}":{"links":${both}${to}}`;
      });
    const members = [
      `"id":${JSON.stringify(id)},"type":${type},"links":{"self":"${self}"}`,
      `"attributes":${JSON.stringify(values)}`,
      `"relationships":{${links.join(",")}}`,
      `"meta":${meta}`,
    ];
    return `{${members.join(",")}}`;
  };
}

const inner = (text: string): string => JSON.stringify(text).slice(1, -1);
