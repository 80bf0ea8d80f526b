import { z } from "zod";
import { env } from "@/lib/env";
import { errorStatuses } from "../errors";
import { sections, type Endpoint } from "./endpoints";
import { exampleOf } from "./examples";
import { errorsSchema } from "./responses";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema that reads the request, as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: made }) => {
      // A field that must not be there.
      if (zodSchema._zod.def.type === "undefined") made.not = {};
    },
  });
  return anyJson(described);
}

/** "Any JSON" refers to itself, by a place that the whole document does not have: here it is any value. */
function anyJson(described: JsonSchema): JsonSchema {
  const { $defs: _own, ...schema } = described;
  const text = JSON.stringify(schema);
  const plain: JsonSchema = JSON.parse(text, (_, value: unknown) =>
    String(Reflect.get(Object(value), "$ref")).startsWith("#/$defs/") ? {} : value,
  );
  return plain;
}

const errorReference = { $ref: "#/components/responses/Errors" };

/** The dialect as OpenAPI 3.1, made of the schemas that requests are read with. */
export function openApiDocument() {
  const paths: Record<string, Record<string, object>> = {};
  for (const { name, endpoints } of sections) {
    for (const endpoint of endpoints) {
      const path = (paths[endpoint.path] ??= {});
      path[endpoint.method.toLowerCase()] = operation(endpoint, name);
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Tender: Elastic Path dialect",
      version: "1.0.0",
      description:
        "What the official Moltin and Elastic Path clients speak. Amounts are whole minor units.",
    },
    servers: [{ url: env().storeUrl }],
    tags: sections.map(({ name }) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        shopper: tokenScheme("A token from `grant_type=implicit`, or one with all rights"),
        customer: { type: "apiKey", in: "header", name: "X-MOLTIN-CUSTOMER-TOKEN" },
        backend: tokenScheme("A token from `grant_type=client_credentials`"),
      },
      responses: {
        Errors: {
          description: `Nothing was changed. One of ${errorStatuses.toSorted().join(", ")}.`,
          content: json(jsonSchema(errorsSchema, "output")),
        },
      },
    },
  };
}

/** A customer's token comes beside a shopper's; where it is needed, a program with a secret needs none. */
function securityOf(rights: Endpoint["rights"]): Record<string, string[]>[] {
  if (rights === "anybody") return [];
  if (rights === "customer") return [{ shopper: [], customer: [] }, { backend: [] }];
  return [{ [rights]: [] }];
}

const tokenScheme = (description: string) => ({ type: "http", scheme: "bearer", description });
const json = (schema: JsonSchema) => ({ "application/json": { schema } });

function operation(endpoint: Endpoint, tag: string) {
  const { method, path, summary, rights, body, status, answer } = endpoint;
  const key = body?.form ? "application/x-www-form-urlencoded" : "application/json";
  return {
    tags: [tag],
    summary,
    operationId: operationId(method, path),
    security: securityOf(rights),
    parameters: [...pathParameters(path), ...queryParameters(endpoint)],
    ...(body && {
      requestBody: {
        required: !body.optional,
        content: {
          [key]: { schema: jsonSchema(body.schema, "input"), example: exampleOf(endpoint) },
        },
      },
    }),
    responses: {
      [status]: {
        description: answer === undefined ? "Done; there is nothing to say." : summary,
        ...(answer && { content: json(jsonSchema(answer, "output")) }),
      },
      "4XX": errorReference,
      "5XX": errorReference,
    },
  };
}

function operationId(method: string, path: string): string {
  const words = path.split(/\W+/).filter(Boolean);
  const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${method.toLowerCase()}${camel}`;
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

const query = (name: string, description: string, schema: JsonSchema = { type: "string" }) => ({
  name,
  in: "query",
  description,
  schema,
});

function queryParameters({ query: kind }: Endpoint) {
  const include = query("include", "Collections to send along, with commas between them");
  if (kind === "include") return [include];
  const page = [
    query("page[limit]", "At most 100", { type: "integer", minimum: 0, maximum: 100 }),
    query("page[offset]", "Counts records", { type: "integer", minimum: 0, maximum: 10_000 }),
  ];
  if (kind === "page") return page;
  if (kind !== "list") return [];
  return [
    include,
    query("filter", "`eq(payment,paid):like(email,*@example.com)`, at most ten conditions"),
    query("sort", "A field; `-` before it turns the order round"),
    ...page,
  ];
}
