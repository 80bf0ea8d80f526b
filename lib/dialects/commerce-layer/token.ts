import { z } from "zod";
import { recognizeClient } from "@/lib/auth/api-clients/grant-token";
import { writeToken } from "@/lib/auth/api-clients/token";
import { clientAddress } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { countAttempt } from "@/lib/http/rate-limit";
import { isStorableJson } from "@/lib/http/storable";
import { DomainError } from "@/lib/errors";
import { newToken } from "@/lib/ids";
import { findSignedIn, signInCustomer, type SignedIn } from "./customer-tokens";
import { invalidBody, RequestError } from "./errors";
import { marketsOf } from "./markets";

/** Seconds. */
const lifetimes = { shopper: 14_400, backend: 7_200 } as const;

const text = z.string().min(1).max(200);

export const tokenRequest = z.object({
  grant_type: z.string().max(100),
  client_id: text,
  client_secret: text.nullish(),
  scope: z.string().max(500).nullish(),
  username: z.string().max(200).nullish(),
  password: z.string().max(200).nullish(),
  refresh_token: z.string().max(200).nullish(),
});

export const revokeRequest = z.object({
  client_id: text,
  client_secret: text.nullish(),
  token: z.string().min(1).max(8_000),
});

function authError(status: 400 | 401, code: string, detail: string): RequestError {
  const title = code.replaceAll("_", " ");
  return new RequestError([{ code, detail, title, status: String(status), meta: {} }]);
}

const minuteMs = 60_000;

/** As many as that API grants; a developer's machine, where all programs share one address, has more. */
const tokensPerMinute = () => (env().demo ? 3_000 : 30);

/**
 * Counts what one client asks for from one address, so that nobody is locked out by others. Gives the headers
 * that say what is left.
 * @throws DomainError too_many_attempts
 */
export async function countTokenRequest(
  headers: Headers,
  clientId: string,
): Promise<Record<string, string>> {
  const attempts = tokensPerMinute();
  const key = `commerce-layer:token:${clientId}:${clientAddress(headers)}`;
  const remaining = await countAttempt(key, { attempts, windowMs: minuteMs });
  return {
    "X-Ratelimit-Limit": String(attempts),
    "X-Ratelimit-Interval": String(minuteMs / 1000),
    "X-Ratelimit-Remaining": String(remaining),
  };
}

/** JSON, or a form. @throws RequestError 400 */
export async function bodyOf<S extends z.ZodType>(request: Request, schema: S) {
  const text = (await request.text()).slice(0, 20_000);
  const fields = fieldsOf(text);
  const parsed = schema.safeParse(isStorableJson(fields) ? fields : {});
  if (!parsed.success) throw invalidBody(parsed.error);
  return parsed.data;
}

function fieldsOf(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/**
 * A token of the store that also says what the official clients read in it. Without a secret it is a
 * sales channel's and must name its market, and with a customer's password or refresh token it is that
 * customer's; with a secret it is an integration's.
 *
 * @throws RequestError 400, 401; DomainError too_many_attempts
 */
export async function grantClientToken(asked: z.infer<typeof tokenRequest>, headers: Headers) {
  const { client_id: clientId } = asked;
  const facts = await recognizeClient({ clientId, clientSecret: asked.client_secret ?? null });
  if (facts === null) throw authError(401, "invalid_client", "Client authentication failed.");
  const customer = await customerOf(asked, headers);
  const isBackend = facts.rights === "backend" && customer === null;
  const { scope, market } = scopeOf(asked, isBackend);
  const now = Date.now();
  const lifetimeSeconds = lifetimes[isBackend ? "backend" : "shopper"];
  const claims = {
    ...clientClaims(clientId, isBackend),
    ...(market && { market }),
    ...(customer && {
      owner: { id: customer.id, type: "Customer" },
      session: customer.session.id,
    }),
    scope,
    iat: Math.floor(now / 1000),
    rand: Math.random(),
  };
  const rights = isBackend ? "backend" : "shopper";
  const { token } = writeToken({ ...facts, rights }, now, { lifetimeSeconds, claims });
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    scope,
    created_at: claims.iat,
    ...(customer && {
      owner_id: customer.id,
      owner_type: "customer",
      refresh_token: customer.session.token,
    }),
  };
}

/** Null: nobody in particular. @throws RequestError 400; DomainError too_many_attempts */
async function customerOf(
  asked: z.infer<typeof tokenRequest>,
  headers: Headers,
): Promise<SignedIn | null> {
  const { grant_type: grant, username, password, refresh_token: token } = asked;
  if (grant === "client_credentials") return null;
  if (grant !== "password" && grant !== "refresh_token") {
    const detail = `The grant type ${grant} is not offered here.`;
    throw authError(400, "unsupported_grant_type", detail);
  }
  const found =
    grant === "password"
      ? await signInCustomer(
          { username: username ?? "", password: password ?? "" },
          clientAddress(headers),
        ).catch(asNobody)
      : await findSignedIn({ token: token ?? "" });
  if (found !== null) return found;
  throw authError(400, "invalid_grant", "The provided authorization grant is invalid or over.");
}

function asNobody(error: unknown): null {
  if (error instanceof DomainError && error.code === "forbidden") return null;
  throw error;
}

/** @throws RequestError 400 when it leads to no market, or a sales channel names none */
function scopeOf(asked: z.infer<typeof tokenRequest>, isBackend: boolean) {
  const isRenewed = asked.grant_type === "refresh_token";
  const scope = asked.scope ?? (isBackend || isRenewed ? "market:all" : "");
  const markets = marketsOf(scope);
  if (markets === null) {
    const detail = "The requested scope is missing, or leads to no market.";
    throw authError(400, "invalid_scope", detail);
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

/** Whoever has a token and knows the client that it was made for may give it back. */
export async function requireClient(asked: z.infer<typeof revokeRequest>): Promise<void> {
  const { client_id: clientId, client_secret: secret } = asked;
  const facts = await recognizeClient({ clientId, clientSecret: secret ?? null });
  if (facts === null) throw authError(401, "invalid_client", "Client authentication failed.");
}
