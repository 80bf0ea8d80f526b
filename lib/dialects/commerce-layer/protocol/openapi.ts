import { z } from "zod";
import { allResources } from "../resources";
import { apiUrl } from "./document";
import { mediaType } from "./body";
import { notes } from "./notes";
import { predicates } from "./predicates";
import type { Attribute, Kind } from "./attribute";
import type { Resource, Verb, Write } from "./resource";

const types = {
  text: { type: ["string", "null"] },
  uuid: { type: ["string", "null"], format: "uuid" },
  integer: { type: ["integer", "null"] },
  float: { type: ["number", "null"] },
  boolean: { type: ["boolean", "null"] },
  time: { type: ["string", "null"], format: "date-time" },
  json: {},
} as const satisfies Record<Kind, object>;

/** The table of resources as an OpenAPI document: it cannot say anything else than what is served. */
export function openApi() {
  const resources = allResources();
  return {
    openapi: "3.1.0",
    info: {
      title: "Commerce Layer dialect",
      version: "1",
      description: `JSON:API. Filters are filter[q][<attribute>_<predicate>], with ${predicates.join(", ")}.`,
    },
    servers: [{ url: apiUrl("").replace(/\/$/, "") }],
    security: [{ bearer: [] }],
    paths: Object.assign({}, ...resources.map(pathsOf)),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: Object.fromEntries(resources.map((resource) => [resource.type, schemaOf(resource)])),
      responses: {
        Errors: { description: "Refused", content: { [mediaType]: { schema: errors } } },
      },
    },
  };
}

const text = { type: "string" };
const errors = {
  type: "object",
  required: ["errors"],
  properties: {
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["title", "detail", "code", "status"],
        properties: { title: text, detail: text, code: text, status: text },
      },
    },
  },
};

const typeOf = ({ kind, column }: Attribute) => (column === null ? {} : types[kind]);

function schemaOf({ type, attributes, relationships }: Resource) {
  const noted = Object.fromEntries(Object.keys(notes).map((name) => [name, {}]));
  const described = Object.entries(attributes).map(([name, one]) => [name, typeOf(one)]);
  return {
    type: "object",
    required: ["id", "type", "attributes", "relationships"],
    properties: {
      id: text,
      type: { const: type },
      attributes: {
        type: "object",
        properties: { ...Object.fromEntries(described), ...noted },
      },
      relationships: {
        type: "object",
        properties: Object.fromEntries(
          Object.entries(relationships).map(([name, { to, many }]) => [
            name,
            { description: `${many ? "To many" : "To one"}: ${to.join(", ")}` },
          ]),
        ),
      },
    },
  };
}

const idParameter = { name: "id", in: "path", required: true, schema: text };
const query = (...names: string[]) =>
  names.map((name) => ({ name, in: "query", required: false, schema: text }));

function pathsOf(resource: Resource) {
  const { type, may, single, create, update, relationships } = resource;
  const can = (verb: Verb) => may.backend.includes(verb);
  const shown = query("include", `fields[${type}]`);
  const listed = [...shown, ...query("sort", "page[number]", "page[size]")];
  const related = Object.keys(relationships).map((name) => [
    `/${type}/{id}/${name}`,
    { parameters: [idParameter], get: operation(resource, "read", { parameters: shown }) },
  ]);
  return {
    [`/${single?.path ?? type}`]: {
      ...(single && { get: operation(resource, "read", { parameters: shown }) }),
      ...(can("list") && !single && { get: operation(resource, "list", { parameters: listed }) }),
      ...(create && { post: operation(resource, "create", { write: create }) }),
    },
    ...(!single && {
      [`/${type}/{id}`]: {
        parameters: [idParameter],
        get: operation(resource, "read", { parameters: shown }),
        ...(update && { patch: operation(resource, "update", { write: update }) }),
        ...(can("delete") && { delete: operation(resource, "delete", {}) }),
      },
    }),
    ...Object.fromEntries(related),
  };
}

const successes: Record<Verb, string> = {
  list: "200",
  read: "200",
  create: "201",
  update: "200",
  delete: "204",
};

function operation(
  { type, may }: Resource,
  verb: Verb,
  { parameters, write }: { parameters?: object[]; write?: Write },
) {
  const who = [
    ...(may.shopper.includes(verb) ? ["sales channels"] : []),
    ...(may.customer?.includes(verb) ? ["customers"] : []),
    ...(may.backend.includes(verb) ? ["integrations"] : []),
  ];
  return {
    summary: `${verb} ${type}`,
    description: `For ${who.join(", ")}.`,
    ...(parameters && { parameters }),
    ...(write && { requestBody: { content: { [mediaType]: { schema: bodyOf(type, write) } } } }),
    responses: {
      [successes[verb]]: { description: "Done" },
      default: { $ref: "#/components/responses/Errors" },
    },
  };
}

function bodyOf(type: string, { schema }: Write) {
  const written = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const data = { required: ["type"], properties: { type: { const: type }, id: text } };
  return { type: "object", properties: { data: { allOf: [data, written] } } };
}
