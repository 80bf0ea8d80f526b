import { createHash } from "node:crypto";
import { database } from "@/lib/db/client";
import { tokenLifetimeSeconds } from "./token";

/** How long a process may go on believing in a token that was given back elsewhere. */
const beliefMs = 5_000;
const rememberedTokens = 10_000;
/** The longest-lived token of any dialect ends before this. */
const longestLifeMs = 24 * tokenLifetimeSeconds * 1000;

const beliefs = new Map<string, { revoked: boolean; until: number }>();

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** The token stops working: here at once, in other processes within seconds. */
export async function revokeToken(token: string, now = Date.now()): Promise<void> {
  const hash = hashOf(token);
  const db = await database();
  await db.revokedToken.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  const row = { hash, expiresAt: new Date(now + longestLifeMs) };
  await db.revokedToken.upsert({ where: { hash }, create: row, update: {} });
  beliefs.set(hash, { revoked: true, until: now + longestLifeMs });
}

export async function isRevoked(token: string, now = Date.now()): Promise<boolean> {
  const hash = hashOf(token);
  const known = beliefs.get(hash);
  if (known && known.until > now) return known.revoked;
  const db = await database();
  const revoked = (await db.revokedToken.findUnique({ where: { hash } })) !== null;
  if (beliefs.size >= rememberedTokens) beliefs.clear();
  beliefs.set(hash, { revoked, until: now + beliefMs });
  return revoked;
}
