import { z } from "zod";
import { callerOf, type ApiCaller } from "@/lib/auth/api-clients/caller";
import { findSignedIn, type SignedIn } from "./customer-tokens";
import { invalidToken } from "./errors";

export type { SignedIn } from "./customer-tokens";

export type Caller = ApiCaller & {
  /** How an order's history names whoever asked. */
  actor: string;
  /** What the token's markets sell in; null: all of them. */
  currencies: readonly string[] | null;
  /** Whose token it is; null: a guest's, or a program's. */
  customer: SignedIn | null;
};

const claimsSchema = z.object({
  market: z.object({ id: z.array(z.string()) }).optional(),
  session: z.string().optional(),
});

/** @throws RequestError 401 INVALID_TOKEN */
export async function requireCaller(request: Request): Promise<Caller> {
  const [scheme = "", token = ""] = (request.headers.get("authorization") ?? "").split(" ");
  const caller = scheme.toLowerCase() === "bearer" ? await callerOf(token) : null;
  if (caller === null) throw invalidToken();
  const { market, session } = claimsOf(token);
  const customer = session === undefined ? null : await findSignedIn({ id: session });
  if (session !== undefined && customer === null) throw invalidToken();
  const actor = caller.rights === "backend" ? `client:${caller.clientId}` : "shopper";
  const currencies = market?.id.map((id) => id.toUpperCase()) ?? null;
  return { ...caller, actor, currencies, customer };
}

/** Read only once the token's signature was found to be ours. A market's id is its currency. */
function claimsOf(token: string): z.infer<typeof claimsSchema> {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
  return claimsSchema.parse(JSON.parse(payload));
}
