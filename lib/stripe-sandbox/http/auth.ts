import type { IncomingHttpHeaders } from "node:http";
import { invalidRequest } from "../errors";

export type KeyKind = "secret" | "publishable";
export type Auth = { kind: KeyKind; key: string };

/** Who asks. Any test key is accepted; a live key never is, so that no real one is sent here twice. */
export function authenticate(headers: IncomingHttpHeaders, formKey: string | undefined): Auth {
  const key = keyFrom(headers.authorization) ?? formKey;
  if (key === undefined || key === "") {
    throw invalidRequest(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
      {},
      401,
    );
  }
  if (/^(sk|rk)_test_\w+$/.test(key)) return { kind: "secret", key };
  if (/^pk_test_\w+$/.test(key)) return { kind: "publishable", key };
  throw invalidRequest(`Invalid API Key provided: ${masked(key)}`, {}, 401);
}

function keyFrom(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [scheme = "", value = ""] = header.split(" ", 2);
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  return Buffer.from(value, "base64").toString("utf8").split(":", 1)[0];
}

function masked(key: string): string {
  const shown = key.slice(0, 8);
  return key.length <= 12 ? `${shown}***` : `${shown}${"*".repeat(8)}${key.slice(-4)}`;
}

/** 401 as Stripe answers it to a publishable key on a call that needs a secret one. */
export function secretKeyRequired() {
  return invalidRequest(
    "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
    { code: "secret_key_required" },
    401,
  );
}
