import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { jsonPart } from "@/lib/auth/api-clients/json-part";

const claimsSchema = z.object({
  owner: z
    .object({ type: z.enum(["Customer", "User"]), id: z.string().min(1).max(100) })
    .optional(),
  custom_claim: z.record(z.string(), z.json()).optional(),
});

const assertionSchema = z.object({ "https://commercelayer.io/claims": claimsSchema });

/** For whom a token is, and what else its readers are to find in it. */
export type Assertion = z.infer<typeof claimsSchema>;

const header = z.object({ alg: z.literal("HS512") });

/**
 * What a program's assertion says. Its signature is made with a word that everybody knows, and shows only that it
 * came whole: the right to say it comes from the client's secret. Null: it says nothing, or is none.
 */
export function readAssertion(assertion: string): Assertion | null {
  const [head = "", body = "", signature = "", ...more] = assertion.split(".");
  const given = Buffer.from(signature, "base64url");
  const right = createHmac("sha512", "cl").update(`${head}.${body}`).digest();
  const isWhole = given.length === right.length && timingSafeEqual(given, right);
  if (!isWhole || more.length > 0 || !header.safeParse(jsonPart(head)).success) return null;
  const parsed = assertionSchema.safeParse(jsonPart(body));
  if (!parsed.success) return null;
  const claims = parsed.data["https://commercelayer.io/claims"];
  return Object.keys(claims).length === 0 ? null : claims;
}
