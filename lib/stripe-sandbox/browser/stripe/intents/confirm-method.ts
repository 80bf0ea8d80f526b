import type { StripeError } from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";
import { collectedOf } from "../checkout/elements";
import type { StripeContext } from "../context";
import { insideOf } from "../element";
import { confirmIntent, type IntentOutcome } from "./confirm-intent";

type Data = { payment_method?: unknown; [key: string]: unknown };

/**
 * The family `confirmCardPayment`, `confirmIdealPayment`, `confirmSepaDebitSetup` …: one payment
 * method of a known type, given as an id, as plain data or as an Element.
 */
export async function confirmMethod(
  context: StripeContext,
  type: string,
  clientSecret: string,
  data: Data = {},
  options: { handleActions?: boolean } = {},
): Promise<IntentOutcome> {
  const method = await methodParams(type, data.payment_method);
  if ("error" in method) return method;
  const { payment_method: _method, payment_method_options, ...others } = data;
  const params: { [key: string]: FormValue } = {
    ...plain(others),
    ...method.value,
    // An Element for the security code of a saved card has no place in a request.
    payment_method_options: insideOf(Object(Object(payment_method_options).card).cvc)
      ? undefined
      : plain(payment_method_options),
  };
  return confirmIntent(context, {
    clientSecret,
    params,
    handlesActions: options.handleActions !== false,
  });
}

type Params = { value: { [key: string]: FormValue } } | { error: StripeError };

async function methodParams(type: string, method: unknown): Promise<Params> {
  if (typeof method === "string") return { value: { payment_method: method } };
  if (method === undefined && type === "card") return { value: {} };
  const given = Object(method);
  const own = given[type];
  const inside = insideOf(own) ?? insideOf(Object(own).iban);
  if (inside === null) return { value: { payment_method_data: { type, ...plain(given) } } };
  const answer = await inside.call("createPaymentMethod", {
    billing_details: given.billing_details,
    metadata: given.metadata,
  });
  if (answer.error) return { error: answer.error };
  return { value: { payment_method: collectedOf(answer.value).paymentMethod } };
}

/** Only what can be written as JSON goes into a request. */
export function plain(value: unknown): { [key: string]: FormValue } {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value));
}
