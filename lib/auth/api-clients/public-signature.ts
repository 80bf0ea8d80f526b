import { createHash, sign, verify } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import { jsonPart } from "./json-part";
import { keyNamed, signingKey } from "./signing-keys";

/**
 * Signatures that everybody can verify (RS512). Making one takes a millisecond, off the main thread; verifying is
 * quick, and a token that was verified once is remembered, because it comes with every request.
 */
const remembered = 10_000;
const verified = new Set<string>();

const headSchema = z.object({ alg: z.literal("RS512"), kid: z.string().min(1).max(64) });

const encoded = (text: string) => Buffer.from(text).toString("base64url");

const signOffThread = promisify(sign);

/** The whole token for a body that is encoded already. */
export async function signPublicly(body: string, now: number): Promise<string> {
  const { kid, privateKey } = await signingKey(now);
  const signed = `${encoded(JSON.stringify({ alg: "RS512", typ: "JWT", kid }))}.${body}`;
  const signature = await signOffThread("sha512", Buffer.from(signed), privateKey);
  return `${signed}.${signature.toString("base64url")}`;
}

type Parts = { head: string; body: string; signature: string };

export async function isPublicSignature({ head, body, signature }: Parts, now: number) {
  const signed = Buffer.from(`${head}.${body}`);
  const hash = createHash("sha256")
    .update(signed)
    .update(".")
    .update(signature)
    .digest("base64url");
  if (verified.has(hash)) return true;
  const { data } = headSchema.safeParse(jsonPart(head));
  const key = data ? await keyNamed(data.kid, now) : null;
  if (key === null) return false;
  if (!verify("sha512", signed, key.publicKey, Buffer.from(signature, "base64url"))) return false;
  remember(hash);
  return true;
}

/** The oldest gives way: whoever still uses it is verified anew. */
function remember(hash: string): void {
  const [oldest] = verified;
  if (verified.size >= remembered && oldest !== undefined) verified.delete(oldest);
  verified.add(hash);
}
