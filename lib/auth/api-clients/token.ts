import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { jsonPart } from "./json-part";
import { isPublicSignature, signPublicly } from "./public-signature";

/** What the bearer may do: shop like anybody, or everything. */
export const rights = ["shopper", "backend"] as const;
export type Rights = (typeof rights)[number];

export type TokenFacts = {
  clientId: string;
  rights: Rights;
  /** The client's generation when the token was made. */
  generation: number;
};

export const tokenLifetimeSeconds = 3600;

const payloadSchema = z.object({
  sub: z.string(),
  rights: z.enum(rights),
  gen: z.int(),
  exp: z.int(),
});

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url");

/** A key of its own, so that no other signature of this store passes as a token. */
function sign(signed: string): Buffer {
  const key = createHmac("sha256", env().authSecret).update("api-token").digest();
  return createHmac("sha256", key).update(signed).digest();
}

export type TokenForm = {
  lifetimeSeconds?: number;
  /** What a dialect's clients read in it. It gives no rights: those stand in the facts. */
  claims?: Record<string, unknown>;
};

/**
 * A signed statement that needs no table: any process of this store can read it, and nobody else can verify it.
 * `expires` is in Unix seconds.
 */
export function writeToken(facts: TokenFacts, now = Date.now()) {
  const { body, expires } = bodyOf(facts, now, {});
  const signed = `${header}.${body}`;
  return { token: `${signed}.${sign(signed).toString("base64url")}`, expires };
}

/** The same for dialects whose clients verify it: signed with a key whose public half is to be had. */
export async function writePublicToken(
  facts: TokenFacts,
  now: number,
  form: TokenForm,
): Promise<string> {
  return signPublicly(bodyOf(facts, now, form).body, now);
}

function bodyOf(facts: TokenFacts, now: number, form: TokenForm) {
  const { lifetimeSeconds = tokenLifetimeSeconds, claims = {} } = form;
  const expires = Math.floor(now / 1000) + lifetimeSeconds;
  const { clientId: sub, rights: may, generation: gen } = facts;
  const payload = { ...claims, sub, rights: may, gen, exp: expires };
  return { body: Buffer.from(JSON.stringify(payload)).toString("base64url"), expires };
}

/** Null: not ours, changed, or its time is over. */
export async function readToken(token: string, now = Date.now()): Promise<TokenFacts | null> {
  const [head = "", body = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || !isCanonical(signature)) return null;
  const isOurs =
    head === header
      ? isSharedSignature(`${head}.${body}`, signature)
      : await isPublicSignature({ head, body, signature }, now);
  if (!isOurs) return null;
  const parsed = payloadSchema.safeParse(jsonPart(body));
  if (!parsed.success || parsed.data.exp * 1000 <= now) return null;
  return {
    clientId: parsed.data.sub,
    rights: parsed.data.rights,
    generation: parsed.data.gen,
  };
}

/** One token is one text: whoever gave it back has no other spelling of it that works on. */
function isCanonical(signature: string): boolean {
  return Buffer.from(signature, "base64url").toString("base64url") === signature;
}

function isSharedSignature(signed: string, signature: string): boolean {
  const given = Buffer.from(signature, "base64url");
  const right = sign(signed);
  return given.length === right.length && timingSafeEqual(given, right);
}
