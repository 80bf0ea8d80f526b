import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";

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

/** A signed statement that needs no table: any process can read it. `expires` is in Unix seconds. */
export function writeToken(
  facts: TokenFacts,
  now = Date.now(),
  { lifetimeSeconds = tokenLifetimeSeconds, claims = {} }: TokenForm = {},
): { token: string; expires: number } {
  const expires = Math.floor(now / 1000) + lifetimeSeconds;
  const payload = {
    ...claims,
    sub: facts.clientId,
    rights: facts.rights,
    gen: facts.generation,
    exp: expires,
  };
  const signed = `${header}.${Buffer.from(JSON.stringify(payload)).toString("base64url")}`;
  return { token: `${signed}.${sign(signed).toString("base64url")}`, expires };
}

/** Null: not ours, changed, or its hour is over. */
export function readToken(token: string, now = Date.now()): TokenFacts | null {
  const [head, body = "", signature = "", ...more] = token.split(".");
  if (head !== header || more.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const right = sign(`${head}.${body}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const parsed = payloadSchema.safeParse(jsonOrNull(Buffer.from(body, "base64url").toString()));
  if (!parsed.success || parsed.data.exp * 1000 <= now) return null;
  return {
    clientId: parsed.data.sub,
    rights: parsed.data.rights,
    generation: parsed.data.gen,
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
