import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument } from "./document";
import { endpoints } from "./endpoints";
import { exampleOf } from "./examples";

/** What the OpenAPI 3.1 specification demands of the parts that we use; a field more is a fault. */
const typeName = z.enum(["string", "integer", "number", "boolean", "object", "array", "null"]);
const schema: z.ZodType = z.lazy(() =>
  z.union([
    z.boolean(),
    z.strictObject({
      type: z.union([typeName, z.array(typeName)]).optional(),
      properties: z.record(z.string(), schema).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: schema.optional(),
      propertyNames: schema.optional(),
      items: schema.optional(),
      anyOf: z.array(schema).min(1).optional(),
      oneOf: z.array(schema).min(1).optional(),
      not: schema.optional(),
      enum: z.array(z.json()).min(1).optional(),
      const: z.json().optional(),
      default: z.json().optional(),
      description: z.string().optional(),
      format: z.string().optional(),
      pattern: z
        .string()
        .refine((text) => new RegExp(text))
        .optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      exclusiveMinimum: z.number().optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(0).optional(),
      minItems: z.int().min(0).optional(),
      maxItems: z.int().min(0).optional(),
    }),
  ]),
);
const content = z.partialRecord(
  z.enum(["application/json", "application/x-www-form-urlencoded"]),
  z.strictObject({ schema, example: z.json().optional() }),
);
const response = z.strictObject({ description: z.string().min(1), content: content.optional() });
const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(["path", "query"]),
  required: z.literal(true).optional(),
  description: z.string().optional(),
  schema,
});
const operation = z.strictObject({
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  operationId: z.string().regex(/^\w+$/),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^[2345](\d\d|XX)$/),
    z.union([response, z.strictObject({ $ref: z.literal("#/components/responses/Errors") })]),
  ),
});
const documentSchema = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().startsWith("/"),
    z.partialRecord(z.enum(["get", "post", "put", "delete"]), operation),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(["http", "apiKey"]) })),
    responses: z.strictObject({ Errors: response }),
  }),
});

const document = documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument())));
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, what]) => (what ? [{ path, method, what }] : [])),
);

describe("the description", () => {
  it("names every endpoint, and no two by one id", () => {
    const name = ({ path, method }: { path: string; method: string }) =>
      `${method} ${path}`.toLowerCase();
    expect(described.map(name).toSorted()).toEqual(endpoints.map(name).toSorted());
    expect(new Set(described.map(({ what }) => what.operationId)).size).toBe(described.length);
  });

  it("says of each path what stands in it, and each parameter once", () => {
    for (const { path, what } of described) {
      const open = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);
      const inPath = what.parameters.filter((one) => one.in === "path");
      expect(inPath.map(({ name }) => name)).toEqual(open);
      expect(inPath.every(({ required }) => required)).toBe(true);
      const names = what.parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("names only tags and kinds of access that there are", () => {
    const tags = document.tags.map(({ name }) => name);
    const kinds = Object.keys(document.components.securitySchemes);
    for (const { what } of described) {
      expect(tags).toContain(what.tags[0]);
      for (const access of what.security) {
        expect(kinds).toEqual(expect.arrayContaining(Object.keys(access)));
      }
    }
  });

  it("lists the statuses of refusals", () => {
    const { description } = document.components.responses.Errors;
    for (const status of [400, 401, 403, 404, 405, 409, 413, 422, 429, 500]) {
      expect(description).toContain(String(status));
    }
  });
});

it.each(endpoints.filter(({ body }) => body !== undefined))(
  "the example of $method $path is a body that it takes",
  (endpoint) => {
    const read = endpoint.body?.schema.safeParse(exampleOf(endpoint));
    expect(read).toMatchObject({ success: true });
  },
);
