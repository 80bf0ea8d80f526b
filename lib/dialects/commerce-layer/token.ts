import type { z } from "zod";
import { recognizeClient } from "@/lib/auth/api-clients/grant-token";
import { writePublicToken } from "@/lib/auth/api-clients/token";
import { clientAddress } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { newToken } from "@/lib/ids";
import { readAssertion, type Assertion } from "./assertion";
import { findSignedIn, signInCustomer, signInFor, type SignedIn } from "./customer-tokens";
import { marketsOf } from "./markets";
import { tokenError, type revokeRequest, type TokenRequest } from "./token-requests";

/** Seconds. */
const lifetimes = { shopper: 14_400, backend: 7_200 } as const;

/**
 * A token of the store that also says what the official clients read in it. Without a secret it is a
 * sales channel's and must name its market, and with a customer's password or refresh token it is that
 * customer's; with a secret it is an integration's, or a customer's whom it vouches for.
 *
 * @throws RequestError 400, 401; DomainError too_many_attempts
 */
export async function grantClientToken(asked: TokenRequest, headers: Headers) {
  const { client_id: clientId } = asked;
  const facts = await recognizeClient({ clientId, clientSecret: asked.client_secret ?? null });
  if (facts === null) throw unknownClient();
  const assertion = assertionOf(asked, facts.rights);
  const customer = assertion ? await customerIn(assertion) : await customerOf(asked, headers);
  const owner = customer ? { id: customer.id, type: "Customer" } : assertion?.owner;
  const isBackend = facts.rights === "backend" && customer === null;
  const { scope, market } = scopeOf(asked, isBackend);
  const now = Date.now();
  const lifetimeSeconds = lifetimes[isBackend ? "backend" : "shopper"];
  const claims = {
    ...clientClaims(clientId, isBackend),
    ...(market && { market }),
    ...assertion,
    ...(owner && { owner }),
    ...(customer && { session: customer.session.id }),
    scope,
    iat: Math.floor(now / 1000),
    rand: Math.random(),
  };
  const rights = isBackend ? "backend" : "shopper";
  const token = await writePublicToken({ ...facts, rights }, now, { lifetimeSeconds, claims });
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    scope,
    created_at: claims.iat,
    ...(owner && { owner_id: owner.id, owner_type: owner.type.toLowerCase() }),
    ...(customer && { refresh_token: customer.session.token }),
  };
}

function unknownClient() {
  const detail =
    "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.";
  return tokenError(401, "invalid_client", detail);
}

const byAssertion = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Whoever has a secret may say for whom a token is. Null: it is asked for in another way. */
function assertionOf(asked: TokenRequest, rights: "shopper" | "backend"): Assertion | null {
  if (asked.grant_type !== byAssertion) return null;
  if (rights !== "backend") throw unknownClient();
  const assertion = readAssertion(asked.assertion ?? "");
  if (assertion !== null) return assertion;
  throw tokenError(400, "invalid_assertion", "The provided assertion is invalid.");
}

/** Null: it names no customer. @throws RequestError 400 when there is no such account */
async function customerIn({ owner }: Assertion): Promise<SignedIn | null> {
  if (owner?.type !== "Customer") return null;
  const found = await signInFor(owner.id);
  if (found !== null) return found;
  throw tokenError(400, "invalid_assertion", "The provided assertion is invalid.");
}

/** Null: nobody in particular. @throws RequestError 400; DomainError too_many_attempts */
async function customerOf(asked: TokenRequest, headers: Headers): Promise<SignedIn | null> {
  const { grant_type: grant, username, password, refresh_token: token } = asked;
  if (grant === "client_credentials") return null;
  if (grant !== "password" && grant !== "refresh_token") {
    const detail = `The grant type ${grant} is not offered here.`;
    throw tokenError(400, "unsupported_grant_type", detail);
  }
  const found =
    grant === "password"
      ? await signInCustomer(
          { username: username ?? "", password: password ?? "" },
          clientAddress(headers),
        ).catch(asNobody)
      : await findSignedIn({ token: token ?? "" });
  if (found !== null) return found;
  throw tokenError(400, "invalid_grant", "The provided authorization grant is invalid or over.");
}

function asNobody(error: unknown): null {
  if (error instanceof DomainError && error.code === "forbidden") return null;
  throw error;
}

/** @throws RequestError 400 when it leads to no market, or a sales channel names none */
function scopeOf(asked: TokenRequest, isBackend: boolean) {
  const isForAll = isBackend || ["refresh_token", byAssertion].includes(asked.grant_type);
  const scope = asked.scope ?? (isForAll ? "market:all" : "");
  const markets = marketsOf(scope);
  if (markets === null) {
    const detail = "The requested scope is missing, or leads to no market.";
    throw tokenError(400, "invalid_scope", detail);
  }
  // Who names no market is for all of them, and the token says nothing of any.
  const market = asked.scope && {
    id: markets.map(({ id }) => id),
    stock_location_ids: ["main"],
    geocoder_id: null,
    allows_external_prices: false,
  };
  return { scope, market };
}

function clientClaims(clientId: string, isBackend: boolean) {
  return {
    organization: { id: "tender", slug: "tender", enterprise: false, region: "eu-west-1" },
    application: {
      id: clientId,
      client_id: clientId,
      kind: isBackend ? "integration" : "sales_channel",
      public: !isBackend,
      confidential: isBackend,
    },
    iss: `https://auth.${new URL(env().storeUrl).host}`,
    test: env().stripe.mode === "sandbox",
    jti: newToken(),
  };
}

/** Whoever has a token and knows the client that it was made for may give it back. @throws RequestError 403 */
export async function requireClient(asked: z.infer<typeof revokeRequest>): Promise<void> {
  const { client_id: clientId = "", client_secret: secret } = asked;
  const facts = await recognizeClient({ clientId, clientSecret: secret ?? null });
  if (facts !== null) return;
  throw tokenError(403, "unauthorized_client", "You are not authorized to revoke this token");
}
