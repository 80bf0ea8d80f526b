import { callerOf, type ApiCaller } from "@/lib/auth/api-clients/caller";
import { currencySchema, shopCurrencies, type Currency } from "@/lib/money/currency";
import { RequestError } from "./errors";

export type Caller = ApiCaller & {
  /** How an order's history names whoever asked. */
  actor: string;
};

/** Anybody with a token: what a shopper may do. @throws RequestError 401 */
export async function requireShopper(request: Request): Promise<Caller> {
  const [scheme = "", token = ""] = (request.headers.get("authorization") ?? "").split(" ");
  const caller = scheme.toLowerCase() === "bearer" ? await callerOf(token) : null;
  if (caller === null) {
    throw new RequestError(401, [{ title: "Unable to validate access token" }]);
  }
  const actor = caller.rights === "backend" ? `client:${caller.clientId}` : "shopper";
  return { ...caller, actor };
}

/**
 * A `client_credentials` token. Missing rights are a 403: to a 401 the official clients answer with a
 * new token of the same rights and the same question, four times.
 * @throws RequestError 401, 403
 */
export async function requireBackend(request: Request): Promise<Caller> {
  const caller = await requireShopper(request);
  if (caller.rights === "backend") return caller;
  throw forbidden("This needs a client_credentials token");
}

export function forbidden(detail: string): RequestError {
  return new RequestError(403, [{ title: "Forbidden", detail }]);
}

/** What the caller wants prices in; null: they did not say. @throws RequestError 400 */
export function askedCurrency(request: Request): Currency | null {
  const asked = request.headers.get("x-moltin-currency");
  if (asked === null || asked.trim() === "") return null;
  const parsed = currencySchema.safeParse(asked.trim());
  const sold: readonly Currency[] = shopCurrencies;
  if (parsed.success && sold.includes(parsed.data)) return parsed.data;
  const detail = `The currency ${asked.slice(0, 10)} is not sold in`;
  throw new RequestError(400, [{ title: "Bad Request", detail, source: "X-MOLTIN-CURRENCY" }]);
}

/** The `Idempotency-Key` header. @throws RequestError 400 when it is longer than 255 characters */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key")?.trim();
  if (key === undefined || key === "") return undefined;
  if (key.length <= 255) return key;
  throw new RequestError(400, [
    { title: "Bad Request", detail: "The idempotency key is too long" },
  ]);
}
