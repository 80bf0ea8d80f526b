import { z } from "zod";
import { callerOf, type ApiCaller } from "@/lib/auth/api-clients/caller";
import { invalidToken } from "./errors";

export type Caller = ApiCaller & {
  /** How an order's history names whoever asked. */
  actor: string;
  /** What the token's markets sell in; null: all of them. */
  currencies: readonly string[] | null;
};

const claimsSchema = z.object({ market: z.object({ id: z.array(z.string()) }).optional() });

/** @throws RequestError 401 INVALID_TOKEN */
export async function requireCaller(request: Request): Promise<Caller> {
  const [scheme = "", token = ""] = (request.headers.get("authorization") ?? "").split(" ");
  const caller = scheme.toLowerCase() === "bearer" ? await callerOf(token) : null;
  if (caller === null) throw invalidToken();
  const actor = caller.rights === "backend" ? `client:${caller.clientId}` : "shopper";
  return { ...caller, actor, currencies: currenciesOf(token) };
}

/** Read only once the token's signature was found to be ours. A market's id is its currency. */
function currenciesOf(token: string): readonly string[] | null {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
  const claims = claimsSchema.parse(JSON.parse(payload));
  return claims.market?.id.map((id) => id.toUpperCase()) ?? null;
}
