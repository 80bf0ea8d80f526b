import { z } from "zod";
import { recognizeClient } from "@/lib/auth/api-clients/grant-token";
import { writeToken } from "@/lib/auth/api-clients/token";
import { clientAddress } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { countAttempt } from "@/lib/http/rate-limit";
import { newToken } from "@/lib/ids";
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
  const parsed = schema.safeParse(fieldsOf(text));
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
 * sales channel's and must name its market; with one it is an integration's.
 *
 * @throws RequestError 400, 401
 */
export async function grantClientToken(asked: z.infer<typeof tokenRequest>) {
  if (asked.grant_type !== "client_credentials") {
    const detail = `The grant type ${asked.grant_type} is not offered here.`;
    throw authError(400, "unsupported_grant_type", detail);
  }
  const { client_id: clientId } = asked;
  const facts = await recognizeClient({ clientId, clientSecret: asked.client_secret ?? null });
  if (facts === null) throw authError(401, "invalid_client", "Client authentication failed.");
  const scope = asked.scope ?? (facts.rights === "backend" ? "market:all" : "");
  const markets = marketsOf(scope);
  if (markets === null) {
    const detail = "The requested scope is missing, or leads to no market.";
    throw authError(400, "invalid_scope", detail);
  }
  const now = Date.now();
  const lifetimeSeconds = lifetimes[facts.rights];
  const claims = {
    ...clientClaims(clientId, facts.rights === "backend"),
    // An integration that names no market is for all of them, and its token says nothing of any.
    ...(asked.scope && {
      market: {
        id: markets.map(({ id }) => id),
        stock_location_ids: ["main"],
        geocoder_id: null,
        allows_external_prices: false,
      },
    }),
    scope,
    iat: Math.floor(now / 1000),
    rand: Math.random(),
  };
  const { token } = writeToken(facts, now, { lifetimeSeconds, claims });
  return {
    access_token: token,
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    scope,
    created_at: claims.iat,
  };
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
