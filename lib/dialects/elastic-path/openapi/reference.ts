import type { ReferenceEndpoint, ReferenceField, ReferenceSection } from "../../api-reference";
import { env } from "@/lib/env";
import { jsonSchema, type JsonSchema } from "./document";
import { sections, type Endpoint } from "./endpoints";
import { exampleOf } from "./examples";

/** The description as a page shows it, made of the same table and the same schemas. */
const rightsWords = {
  anybody: "Anybody",
  shopper: "Any token",
  customer: "A customer, or client_credentials",
  backend: "client_credentials",
} as const satisfies Record<Endpoint["rights"], string>;

export function referenceSections(): ReferenceSection[] {
  return sections.map(({ name, endpoints }) => ({ name, endpoints: endpoints.map(described) }));
}

function described(endpoint: Endpoint): ReferenceEndpoint {
  const { method, path, summary, rights, status, body, answer } = endpoint;
  return {
    id: `${method}${path}`.toLowerCase().replaceAll(/\W+/g, "-"),
    method,
    path,
    summary,
    rights: rightsWords[rights],
    status,
    fields: body ? fieldsOf(jsonSchema(body.schema, "input")) : [],
    answer: answer ? fieldsOf(jsonSchema(answer, "output")) : [],
    curl: curlOf(endpoint),
  };
}

const deepest = 3;

/** Dotted names, as deep as a reader can follow. */
function fieldsOf(schema: JsonSchema, prefix = "", depth = 0): ReferenceField[] {
  const shapes = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(objectOf);
  const fields = new Map<string, ReferenceField>();
  for (const { properties = {}, required = [] } of shapes) {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === "boolean" || value.not !== undefined) continue;
      const full = `${prefix}${name}`;
      const field = { name: full, type: typeOf(value), required: required.includes(name) };
      if (!fields.has(full)) fields.set(full, field);
      if (depth >= deepest) continue;
      for (const inner of fieldsOf(value, `${full}.`, depth + 1)) {
        if (!fields.has(inner.name)) fields.set(inner.name, inner);
      }
    }
  }
  return [...fields.values()];
}

/** What has fields: an object, or the elements of a list. */
function objectOf(schema: JsonSchema | boolean): JsonSchema[] {
  if (typeof schema === "boolean") return [];
  const { items } = schema;
  if (items !== undefined && !Array.isArray(items) && typeof items !== "boolean") {
    return [items, ...(items.anyOf ?? []), ...(items.oneOf ?? [])].flatMap(objectOf);
  }
  const nested = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(objectOf);
  return schema.properties === undefined ? nested : [schema, ...nested];
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const { items } = schema;
  if (items !== undefined && !Array.isArray(items) && typeof items !== "boolean") {
    return `${typeOf(items)}[]`;
  }
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (alternatives.length > 0) {
    const types = alternatives.map((one) => (typeof one === "boolean" ? "any" : typeOf(one)));
    return [...new Set(types)].join(" | ");
  }
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

function curlOf(endpoint: Endpoint): string {
  const { method, path, rights, body } = endpoint;
  const shown = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const lines = [`curl -X ${method} "${env().storeUrl}${shown}"`];
  if (rights !== "anybody") lines.push('-H "Authorization: Bearer $TOKEN"');
  if (rights === "customer") lines.push('-H "X-MOLTIN-CUSTOMER-TOKEN: $CUSTOMER_TOKEN"');
  if (body?.form) lines.push('-d "grant_type=implicit&client_id=demo-storefront"');
  else if (body) lines.push(`-d '${JSON.stringify(exampleOf(endpoint)).replaceAll("'", "’")}'`);
  return lines.join(" \\\n     ");
}
