import type { StripeError } from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";
import { collectedOf } from "../checkout/elements";
import type { Collected } from "../checkout/confirm";
import type { StripeContext } from "../context";
import { groupInsideOf, type GroupInside } from "../elements/group";
import { takeExpressPayment } from "../express-payments";
import { IntegrationError } from "../integration-error";
import { confirmIntent, returnWith, type IntentOutcome } from "./confirm-intent";

export type ConfirmElements = {
  elements?: unknown;
  clientSecret?: string;
  confirmParams?: { return_url?: string; payment_method_data?: object } & {
    [key: string]: unknown;
  };
  redirect?: "always" | "if_required";
};

/** `stripe.confirmPayment` and `stripe.confirmSetup`: what the forms hold, confirmed. */
export async function confirmElements(
  context: StripeContext,
  given: ConfirmElements,
): Promise<IntentOutcome> {
  const group = groupInsideOf(given.elements);
  const clientSecret = given.clientSecret ?? group?.options().clientSecret;
  if (clientSecret === undefined) {
    throw new IntegrationError("A clientSecret is needed: pass one here or to elements().");
  }
  const returnUrl = given.confirmParams?.return_url;
  if (given.redirect !== "if_required" && returnUrl === undefined) {
    throw new IntegrationError(
      "confirmParams.return_url is required unless redirect is 'if_required'.",
    );
  }
  const params = await confirmParams(group, given);
  if ("error" in params) return params;
  const outcome = await confirmIntent(context, { clientSecret, params: params.value });
  if (outcome.error || given.redirect === "if_required" || returnUrl === undefined) return outcome;
  return returnWith(returnUrl, outcome.intent);
}

type Params = { value: { [key: string]: FormValue } } | { error: StripeError };

async function confirmParams(
  group: GroupInside | null,
  { confirmParams = {}, elements }: ConfirmElements,
): Promise<Params> {
  const { payment_method_data: data, ...others } = confirmParams;
  const params: { [key: string]: FormValue } = JSON.parse(JSON.stringify(others));
  if (params["payment_method"] !== undefined || params["confirmation_token"] !== undefined) {
    return { value: params };
  }
  if (group === null) return { value: params };
  const wallet = takeExpressPayment(elements);
  if (wallet !== null) return { value: { ...params, payment_method: wallet.paymentMethod } };
  const collected = await collectFromGroup(group, data ?? {});
  if ("error" in collected) return collected;
  const { paymentMethod, save, options } = collected;
  const shipping = params["shipping"] ?? (await addressOf(group, "shipping"));
  return {
    value: {
      ...params,
      shipping,
      payment_method: paymentMethod,
      payment_method_options: options ?? params["payment_method_options"],
      setup_future_usage: save ? "off_session" : params["setup_future_usage"],
    },
  };
}

/** Asks the group's payment form, or its card form, for a payment method. */
export async function collectFromGroup(
  group: GroupInside,
  data: object,
): Promise<Collected | { error: StripeError }> {
  const form = group.findAll("payment")[0] ?? group.findAll("card", "cardNumber")[0];
  if (form === undefined)
    throw new IntegrationError("No Payment Element or Card Element is mounted.");
  const submitted = await group.submit();
  if (submitted.error) return { error: submitted.error };
  const billing = Object(Object(data).billing_details);
  const address = await addressOf(group, "billing");
  const email = Object(group.findAll("linkAuthentication")[0]?.lastChange?.["value"]).email;
  const answer = await form.call("createPaymentMethod", {
    ...data,
    billing_details: { ...Object(address), ...(email ? { email } : {}), ...billing },
  });
  return answer.error ? { error: answer.error } : collectedOf(answer.value);
}

/** The value of an Address Element of this mode, if the group has one that is filled in. */
async function addressOf(group: GroupInside, mode: "shipping" | "billing"): Promise<FormValue> {
  const changes = group.findAll("address").map(({ lastChange }) => lastChange);
  const change = changes.find((candidate) => candidate?.["elementMode"] === mode);
  if (change?.["complete"] !== true) return undefined;
  const { name, phone, address } = Object(change["value"]);
  return { name, phone: phone || undefined, address };
}
