import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { markOfSecret, seal, unseal } from "./seal";

/**
 * The keys that tokens are signed with so that others can verify them (RS512). A pair is made once and kept in the
 * database, its private half encrypted with the store's secret, so every process signs with the same one, and a
 * store with another secret accepts none of the old tokens.
 *
 * After ninety days the next pair is made. It is shown to verifiers some time before it signs, and the one before
 * it for as long as its tokens live, so nobody meets a signature of a key that is not to be found.
 */
const DAY_MS = 24 * 3_600_000;
const SIGNS_FOR_MS = 90 * DAY_MS;
const SHOWN_BEFORE_MS = 10 * 60_000;
/** The longest-lived token of any dialect ends before this. */
const SHOWN_AFTER_MS = DAY_MS;
/** How long a process goes on with what it has read. */
const READ_AGAIN_MS = 5 * 60_000;
/** A token may name a key that another process has just made, or that nobody has: asked about no more often. */
const ASK_AGAIN_MS = 5_000;

/** Public as it stands: what `/.well-known/jwks.json` lists. */
const jwkSchema = z.object({ kty: z.literal("RSA"), n: z.string(), e: z.string() });
export type PublicJwk = z.infer<typeof jwkSchema> & { kid: string; alg: "RS512"; use: "sig" };

export type SigningKey = {
  kid: string;
  generation: number;
  privateKey: KeyObject;
  publicKey: KeyObject;
  jwk: PublicJwk;
  createdAt: number;
};

type Known = { sealedBy: string; keys: SigningKey[]; readAt: number };
let known: Known | null = null;

/** Those that tokens may be signed with now or were signed with lately, the oldest first. */
export async function shownKeys(now = Date.now()): Promise<SigningKey[]> {
  const keys = await keysNow(now);
  // One that another has taken over from is shown until its last token is over.
  return keys.filter((_, at) => {
    const next = keys[at + 1];
    return next === undefined || now - next.createdAt < SHOWN_BEFORE_MS + SHOWN_AFTER_MS;
  });
}

/** The newest that verifiers have had time to read. */
export async function signingKey(now = Date.now()): Promise<SigningKey> {
  const keys = await keysNow(now);
  const newest = keys.at(-1);
  if (newest === undefined || now - newest.createdAt > SIGNS_FOR_MS) {
    await makeKey((newest?.generation ?? 0) + 1, now);
    return signingKey(now);
  }
  return keys.findLast(({ createdAt }) => now - createdAt >= SHOWN_BEFORE_MS) ?? keys[0] ?? newest;
}

/** Null: nobody signs with it, or not any more. */
export async function keyNamed(kid: string, now = Date.now()): Promise<SigningKey | null> {
  const named = async () => (await shownKeys(now)).find((key) => key.kid === kid) ?? null;
  const found = await named();
  if (found !== null || (known !== null && now - known.readAt < ASK_AGAIN_MS)) return found;
  known = null;
  return named();
}

async function keysNow(now: number): Promise<SigningKey[]> {
  const sealedBy = markOfSecret();
  const isFresh = known?.sealedBy === sealedBy && now - known.readAt < READ_AGAIN_MS;
  if (known !== null && isFresh) return known.keys;
  const db = await database();
  const rows = await db.signingKey.findMany({
    where: { sealedBy },
    orderBy: { generation: "asc" },
  });
  const keys = rows.map(({ kid, generation, publicJwk, sealedKey, createdAt }): SigningKey => {
    const privateKey = createPrivateKey({ key: unseal(sealedKey), format: "der", type: "pkcs8" });
    const jwk = { ...jwkSchema.parse(publicJwk), kid, alg: "RS512", use: "sig" } as const;
    const publicKey = createPublicKey(privateKey);
    return { kid, generation, privateKey, publicKey, jwk, createdAt: createdAt.getTime() };
  });
  known = { sealedBy, keys, readAt: now };
  return keys;
}

/** Two processes that make the same generation at once make one: the other's is thrown away. */
async function makeKey(generation: number, now: number): Promise<void> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const { kty, n, e } = jwkSchema.parse(pair.publicKey.export({ format: "jwk" }));
  const db = await database();
  await db.signingKey.createMany({
    data: {
      kid: randomBytes(16).toString("base64url"),
      sealedBy: markOfSecret(),
      generation,
      publicJwk: { kty, n, e },
      sealedKey: seal(pair.privateKey.export({ format: "der", type: "pkcs8" })),
      createdAt: new Date(now),
    },
    skipDuplicates: true,
  });
  known = null;
}
