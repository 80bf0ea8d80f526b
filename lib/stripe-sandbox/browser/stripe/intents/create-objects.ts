import type {
  ConfirmationToken,
  ConfirmationTokenResult,
  PaymentMethod,
  PaymentMethodResult,
  StripeError,
  Token,
  TokenResult,
} from "@stripe/stripe-js";
import type { StripeContext } from "../context";
import { insideOf } from "../element";
import { groupInsideOf } from "../elements/group";
import { IntegrationError } from "../integration-error";
import { collectFromGroup } from "./confirm-elements";
import { plain } from "./confirm-method";

/** `stripe.createPaymentMethod` in its three forms: plain data, `{elements}` and `{element}`. */
export async function createPaymentMethod(
  { api }: StripeContext,
  given: Record<string, unknown>,
): Promise<PaymentMethodResult> {
  const params = Object(given["params"]);
  const group = groupInsideOf(given["elements"]);
  if (group !== null) {
    const collected = await collectFromGroup(group, plain(params));
    if ("error" in collected) return { error: collected.error };
    return { paymentMethod: collected.object ?? unreadable() };
  }
  const type = String(given["type"] ?? "card");
  const own = given[type];
  const inside = insideOf(given["element"]) ?? insideOf(own) ?? insideOf(Object(own).iban);
  if (inside !== null) {
    const { billing_details, metadata } = given["element"] ? params : Object(given);
    const answer = await inside.call("createPaymentMethod", plain({ billing_details, metadata }));
    return answer.error ? { error: answer.error } : { paymentMethod: read(answer).paymentMethod };
  }
  const created = await api.post<PaymentMethod>("/v1/payment_methods", plain(given));
  return created.error ? { error: created.error } : { paymentMethod: created.value };
}

/** `stripe.createToken(element | type, data)`. */
export async function createToken(
  { api }: StripeContext,
  kind: unknown,
  data: unknown = {},
): Promise<TokenResult> {
  const inside = insideOf(kind) ?? insideOf(data);
  if (inside !== null) {
    const answer = await inside.call("createToken", plain(inside === insideOf(kind) ? data : {}));
    return answer.error ? { error: answer.error } : { token: read(answer).token };
  }
  if (typeof kind !== "string") {
    throw new IntegrationError("createToken() needs an Element or a type such as 'pii'.");
  }
  const created = await api.post<Token>("/v1/tokens", { [kind]: plain(data) });
  return created.error ? { error: created.error } : { token: created.value };
}

/** `stripe.createConfirmationToken({elements, params})`. */
export async function createConfirmationToken(
  { api }: StripeContext,
  given: Record<string, unknown>,
): Promise<ConfirmationTokenResult> {
  const group = groupInsideOf(given["elements"]);
  if (group === null) throw new IntegrationError("createConfirmationToken() needs elements.");
  const { payment_method_data, ...others } = Object(given["params"]);
  const collected = await collectFromGroup(group, plain(payment_method_data));
  if ("error" in collected) return { error: collected.error };
  const created = await api.post<ConfirmationToken>("/v1/confirmation_tokens", {
    ...plain(others),
    payment_method: collected.paymentMethod,
  });
  return created.error ? { error: created.error } : { confirmationToken: created.value };
}

/** The API objects in a frame's answer. */
function read(answer: { value: unknown }): { paymentMethod: PaymentMethod; token: Token } {
  return Object(answer.value);
}

function unreadable(): never {
  throw new IntegrationError("The form answered without a payment method.");
}

/** For what the sandbox does not simulate: said in the shape in which Stripe.js reports errors. */
export function notSimulated(what: string): { error: StripeError } {
  const message = `The sandbox does not simulate ${what}.`;
  return { error: { type: "invalid_request_error", code: "sandbox_not_simulated", message } };
}
