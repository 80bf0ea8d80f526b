import type { StripeError } from "@stripe/stripe-js";
import { refusalIn } from "./refusals";

export type FormValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly FormValue[]
  | { [key: string]: FormValue };

/** `{card:{number:1}}` → `card[number]=1`, as Stripe's API reads it. `undefined` is left out. */
export function formEncode(values: { [key: string]: FormValue }): URLSearchParams {
  const encoded = new URLSearchParams();
  const add = (name: string, value: FormValue): void => {
    if (value === undefined) return;
    if (value === null) encoded.append(name, "");
    else if (Array.isArray(value)) value.forEach((item, index) => add(`${name}[${index}]`, item));
    else if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner);
    } else encoded.append(name, String(value));
  };
  for (const [key, value] of Object.entries(values)) add(key, value);
  return encoded;
}

export type ApiResult<Value> = { value: Value; error?: undefined } | { error: StripeError };

export type Api = {
  get<Value>(path: string, params?: { [key: string]: FormValue }): Promise<ApiResult<Value>>;
  post<Value>(path: string, params?: { [key: string]: FormValue }): Promise<ApiResult<Value>>;
};

type Credentials = {
  origin: string;
  publishableKey: string;
  stripeAccount: string | undefined;
  /** Of the messages that a shopper reads; English without one. */
  locale?: string;
};

/**
 * The publishable key travels as a parameter and not as a header: such requests are "simple", so
 * the browser sends no preflight. Failures, broken connections too, are values and never thrown.
 */
export function createApi({
  origin,
  publishableKey,
  stripeAccount,
  locale = "en",
}: Credentials): Api {
  const withKey = (params: { [key: string]: FormValue } = {}) =>
    formEncode({ ...params, key: publishableKey, _stripe_account: stripeAccount });
  const spoken = async <Value>(url: string, init: RequestInit): Promise<ApiResult<Value>> => {
    const result = await send<Value>(url, init);
    return result.error ? { error: refusalIn(locale, result.error) } : result;
  };
  return {
    get: (path, params) => spoken(`${origin}${path}?${withKey(params)}`, { method: "GET" }),
    post: (path, params) => spoken(`${origin}${path}`, { method: "POST", body: withKey(params) }),
  };
}

async function send<Value>(url: string, init: RequestInit): Promise<ApiResult<Value>> {
  try {
    const response = await fetch(url, init);
    const body = await response.json();
    return response.ok ? { value: body } : { error: body.error };
  } catch {
    return {
      error: {
        type: "api_connection_error",
        message:
          "We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.",
      },
    };
  }
}
