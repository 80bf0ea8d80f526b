import { auth } from "@/lib/auth/auth";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { requireAccount, type RegisterAccount } from "@/lib/register/accounts";
import { accountOfKey } from "@/lib/register/keys";
import { RequestError } from "./errors";

export type Caller = {
  /** How an order's history names whoever asked. */
  actor: string;
  /** The account that a request names, if this caller may act for it. @throws DomainError not_found */
  accountFor(externalAccountId: string): Promise<RegisterAccount>;
};

/**
 * A key of one account, or a merchant's own signed-in page: nothing here is open to anybody else, because
 * it attaches cards to people.
 *
 * @throws RequestError 401; 403 when a page of another site asks with a merchant's cookie
 */
export async function requireCaller(request: Request): Promise<Caller> {
  const authorization = request.headers.get("authorization");
  return authorization === null ? merchantCaller(request) : keyCaller(authorization);
}

function unknownCaller(): RequestError {
  return new RequestError(401, "An API key is required: Authorization: Bearer <key>");
}

async function keyCaller(authorization: string): Promise<Caller> {
  const key = keyOf(authorization);
  const known = key === null ? null : await accountOfKey(key);
  if (known === null) throw unknownCaller();
  const { account, keyId } = known;
  return {
    actor: `register:${keyId}`,
    accountFor: async (externalId) => {
      // To a key all other accounts are not there.
      if (externalId === account.externalId) return account;
      throw new DomainError("not_found", "There is no such account.");
    },
  };
}

/**
 * `Bearer <key>`; or `Basic`, whose user is the key, which is what clients send for an address such as
 * `https://<key>@shop.example/v1/…`. Null: neither.
 */
function keyOf(authorization: string): string | null {
  const [scheme = "", value = "", ...more] = authorization.trim().split(/\s+/);
  if (value === "" || more.length > 0) return null;
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return null;
  const [user = "", password] = Buffer.from(value, "base64").toString("utf8").split(":");
  return password === "" && user !== "" ? user : null;
}

async function merchantCaller(request: Request): Promise<Caller> {
  if (request.headers.get("cookie") === null) throw unknownCaller();
  const { api } = await auth();
  const session = await api.getSession({ headers: request.headers });
  if (session === null) throw unknownCaller();
  requireSameOrigin(request);
  return {
    actor: `merchant:${session.user.id}`,
    accountFor: (externalId) => requireAccount({ externalId }),
  };
}

/** A cookie comes along whoever's page asks; where a page is from, its browser says, and no page can lie. */
function requireSameOrigin({ headers, method }: Request): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isOurs = origin !== null && isOwnOrigin(origin, headers.get("host"));
  const isRead = method === "GET" && origin === null && (site === null || site === "same-origin");
  if (isRead || (isOurs && (site === null || site === "same-origin"))) return;
  throw new RequestError(403, "This may only be asked from the store's own pages.");
}

function isOwnOrigin(origin: string, host: string | null): boolean {
  if (origin === new URL(env().storeUrl).origin) return true;
  return host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
