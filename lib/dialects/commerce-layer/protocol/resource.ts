import type { z } from "zod";
import type { Prisma } from "@/lib/db/client";
import type { Caller, SignedIn } from "../auth";
import { invalidBody } from "../errors";
import type { Attributes } from "./attribute";

export type Verb = "list" | "read" | "create" | "update" | "delete";

/** What this store has none of. It is known all the same, so that whoever asks for it gets nothing. */
type Never = { many: boolean; to: readonly string[]; key: string; isNever: true };

/** One other resource, whose id stands in a column of this one. */
type ToOne = {
  isNever?: false;
  many: false;
  to: readonly string[];
  key: string;
  /** The column that says which of `to` it is, where there are several. */
  typeKey?: string;
};

/** Others that name this one in a column of theirs. */
type ToMany = { isNever?: false; many: true; to: readonly string[]; key: string; theirs: string };

/** Others that a query leads to: `links` has the columns `parent` and `target`. */
type Linked = {
  isNever?: false;
  many: true;
  to: readonly string[];
  key: string;
  links: () => Prisma.Sql | Promise<Prisma.Sql>;
};

export type Relationship = ToOne | ToMany | Linked | Never;

export const noneOf = (...names: string[]): Readonly<Record<string, Never>> =>
  Object.fromEntries(
    names.map((name) => [name, { many: true, to: [name], key: "id", isNever: true } as const]),
  );

export const nothing = (to: string, many = false): Never => ({
  many,
  to: [to],
  key: "id",
  isNever: true,
});

export const one = (to: string, key: string): ToOne => ({ many: false, to: [to], key });

export const oneOf = (to: readonly string[], key: string, typeKey: string): ToOne => ({
  many: false,
  to,
  key,
  typeKey,
});

export const many = (to: string | readonly string[], theirs: string, key = "id"): ToMany => ({
  many: true,
  to: typeof to === "string" ? [to] : to,
  key,
  theirs,
});

export const linked = (
  to: string,
  links: Prisma.Sql | (() => Promise<Prisma.Sql>),
  key = "id",
): Linked => ({
  many: true,
  to: [to],
  key,
  links: typeof links === "function" ? links : () => links,
});

export type Call = {
  caller: Caller;
  /** Those of the request. */
  headers: Headers;
  id: string;
  body: WriteBody;
  /** Whether `include` of a type can say this. */
  isPath: (type: string, path: string) => boolean;
};

export type WriteBody = {
  attributes: Record<string, unknown>;
  relationships: Record<string, unknown>;
};

/** The id of what is answered with, and what of it is told in this answer only. */
export type Written = string | { id: string; shownOnce: Record<string, unknown> };

/** Changes something through the store's operations. */
export type Write = { schema: z.ZodType; run: (call: Call) => Promise<Written> };

/** A body is parsed once, here; past it the data is what the schema says. */
export function write<S extends z.ZodType>(
  schema: S,
  run: (call: Omit<Call, "body"> & { data: z.infer<S> }) => Promise<Written>,
): Write {
  return {
    schema,
    run: ({ body, ...call }) => {
      const parsed = schema.safeParse(body);
      if (!parsed.success) throw invalidBody(parsed.error);
      return run({ ...call, data: parsed.data });
    },
  };
}

/**
 * Everything that the dialect knows about one type. Reading is done by the protocol alone, from the view;
 * writing is a call of an operation.
 */
export type Resource = {
  type: string;
  /** A token sees one of it, which is read without an id, at an address of its own. */
  single?: { path: string; idOf: (caller: Caller) => string };
  /** Its columns are `id`, those of the attributes, and the keys of relationships. */
  view: () => Prisma.Sql | Promise<Prisma.Sql>;
  idKind: "uuid" | "text";
  attributes: Attributes;
  relationships: Readonly<Record<string, Relationship>>;
  /** What tokens of a sales channel, and of an integration, are for. */
  may: {
    shopper: readonly Verb[];
    backend: readonly Verb[];
    /** Those that customers may besides, with what is their own. */
    customer?: readonly Verb[];
  };
  /** The rows, as `t`, that are a customer's own. */
  own?: (customer: SignedIn) => Prisma.Sql;
  /** The rows, as `t`, that belong to the markets of a token. */
  scope?: (currencies: readonly string[]) => Prisma.Sql;
  create?: Write;
  update?: Write;
  remove?: (call: Pick<Call, "caller" | "id">) => Promise<void>;
};
