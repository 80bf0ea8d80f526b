import { z } from "zod";
import { clientAddress } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { boundedText } from "@/lib/http/bounded-text";
import { countAttempt } from "@/lib/http/rate-limit";
import { isStorableJson } from "@/lib/http/storable";
import { RequestError } from "./errors";

const text = z.string().min(1).max(200);

export const tokenRequest = z.object({
  grant_type: z.string().max(100),
  client_id: text,
  client_secret: text.nullish(),
  scope: z.string().max(500).nullish(),
  username: z.string().max(200).nullish(),
  password: z.string().max(200).nullish(),
  refresh_token: z.string().max(200).nullish(),
  assertion: z.string().max(8_000).nullish(),
});

export type TokenRequest = z.infer<typeof tokenRequest>;

export const revokeRequest = z.object({
  client_id: text.optional(),
  client_secret: text.nullish(),
  token: z.string().min(1).max(8_000),
});

const codes = { 400: "BAD_REQUEST", 401: "UNAUTHORIZED", 403: "FORBIDDEN" } as const;

/** `title` is the word that OAuth has for it. */
export function tokenError(
  status: keyof typeof codes,
  title: string,
  detail: string,
): RequestError {
  const code = codes[status];
  return new RequestError([{ code, detail, title, status: String(status), meta: {} }]);
}

const maxBytes = 20_000;
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
  const text = (await boundedText(request, maxBytes)) ?? "";
  const fields = fieldsOf(text);
  const parsed = schema.safeParse(isStorableJson(fields) ? fields : {});
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))].join(", ");
  throw tokenError(400, "invalid_request", `Missing or invalid: ${names.slice(0, 200)}.`);
}

function fieldsOf(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
