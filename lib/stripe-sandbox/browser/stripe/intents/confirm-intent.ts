import type { PaymentIntent, SetupIntent, StripeError } from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";
import { refusalIn } from "../../shared/refusals";
import type { StripeContext } from "../context";
import { leave, never, performNextAction } from "../next-action";
import { intentAddress } from "./intent-address";

export type Intent = PaymentIntent | SetupIntent;
export type IntentOutcome = { intent: Intent; error?: undefined } | { error: StripeError };

export type ConfirmRequest = {
  clientSecret: string;
  params: { [key: string]: FormValue };
  /** `false`: the caller looks after `next_action` itself. */
  handlesActions?: boolean;
};

/** Confirms, does what the bank wants of the shopper, and looks again. */
export async function confirmIntent(
  context: StripeContext,
  { clientSecret, params, handlesActions = true }: ConfirmRequest,
): Promise<IntentOutcome> {
  const { path } = intentAddress(clientSecret);
  const confirmed = await context.api.post<Intent>(`${path}/confirm`, {
    ...params,
    use_stripe_sdk: true,
    client_secret: clientSecret,
  });
  if (confirmed.error) return { error: confirmed.error };
  if (!handlesActions) return { intent: confirmed.value };
  return settleAction(context, clientSecret, confirmed.value);
}

export async function retrieveIntent(
  { api }: StripeContext,
  clientSecret: string,
): Promise<IntentOutcome> {
  const { path } = intentAddress(clientSecret);
  const result = await api.get<Intent>(path, { client_secret: clientSecret });
  return result.error ? { error: result.error } : { intent: result.value };
}

/** `stripe.handleNextAction`: for an intent that a server confirmed. */
export async function handleAction(
  context: StripeContext,
  clientSecret: string,
): Promise<IntentOutcome> {
  const found = await retrieveIntent(context, clientSecret);
  return found.error ? found : settleAction(context, clientSecret, found.intent);
}

async function settleAction(
  context: StripeContext,
  clientSecret: string,
  intent: Intent,
): Promise<IntentOutcome> {
  const end = await performNextAction(context.origin, intent, async () => {
    const looked = await retrieveIntent(context, clientSecret);
    return looked.error ? null : looked.intent;
  });
  if (end === "left") return never;
  if (end === "none") return { intent };
  const looked = await retrieveIntent(context, clientSecret);
  if (looked.error) return looked;
  const error = failureOf(looked.intent);
  return error === null ? looked : { error: refusalIn(context.locale, error) };
}

/** After a challenge, an intent that wants another payment method has failed. */
function failureOf(intent: Intent): StripeError | null {
  if (intent.status !== "requires_payment_method") return null;
  const isPayment = intent.object === "payment_intent";
  const known = isPayment ? intent.last_payment_error : intent.last_setup_error;
  const message =
    known?.message ??
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.";
  const fallback = isPayment
    ? "payment_intent_authentication_failure"
    : "setup_intent_authentication_failure";
  return {
    type: "invalid_request_error",
    code: known?.code ?? fallback,
    message,
    ...(isPayment ? { payment_intent: intent } : { setup_intent: intent }),
  };
}

/** Sends the shopper to the return URL with what its page needs to look the intent up. */
export function returnWith(returnUrl: string, intent: Intent): Promise<never> {
  const url = new URL(returnUrl, window.location.href);
  const redirected = intent.status === "processing" ? "pending" : "succeeded";
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? "");
  url.searchParams.set("redirect_status", redirected);
  leave(url.href);
  return never;
}
