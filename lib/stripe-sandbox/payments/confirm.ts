import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { refuseConsumed } from "../methods/consumed";
import { shippingOf } from "../methods/contact-params";
import { makeMethod, resolveMethod } from "../methods/make-method";
import type { MethodData } from "../methods/method-params";
import type { Scope } from "../scope";
import { attempt } from "./attempt";
import type { ConfirmIntent } from "./intent-params";
import { optionsOf } from "./make-intent";
import { moved } from "./moved";

type Given = Partial<ConfirmIntent> & { rawCards: boolean };

/** Finds or makes the payment method that a confirmation names. */
export function chosenMethod(
  scope: Scope,
  given: {
    payment_method?: string | null | undefined;
    payment_method_data?: MethodData | undefined;
    rawCards: boolean;
  },
  current: string | null,
): Stripe.PaymentMethod | null {
  if (given.payment_method_data !== undefined) {
    const { rawCards } = given;
    return makeMethod(scope, given.payment_method_data, {
      rawCards,
      prefix: "payment_method_data",
    });
  }
  if (typeof given.payment_method === "string") return resolveMethod(scope, given.payment_method);
  return current === null ? null : resolveMethod(scope, current);
}

/** A method must fit the intent: its kind, and whose it is. */
export function checkFit(intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach one of the following types of payment methods to this PaymentIntent: ${intent.payment_method_types.join(", ")}.`,
      { code: "payment_intent_incompatible_payment_method", payment_intent: intent },
    );
  }
  const owner = idOf(method.customer);
  const customer = idOf(intent.customer);
  if (owner === null || owner === customer) return;
  throw invalidRequest(
    customer === null
      ? `The payment method supplied (${method.id}) belongs to a Customer. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`
      : `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    { param: "payment_method" },
  );
}

/** A confirmation token stands for what the browser collected; it works for one intent. */
function spend(scope: Scope, id: string, intent: Stripe.PaymentIntent) {
  const token = findOr(
    scope.store.confirmationTokens,
    "confirmation_token",
    id,
    "confirmation_token",
    400,
  );
  if (token.payment_intent !== null && token.payment_intent !== intent.id) {
    throw invalidRequest("This ConfirmationToken was already used.", {
      param: "confirmation_token",
    });
  }
  scope.store.confirmationTokens.save({ ...token, payment_intent: intent.id });
  const method = resolveMethod(scope, scope.store.settings.find(id)?.value ?? "");
  return { method, return_url: token.return_url, setup_future_usage: token.setup_future_usage };
}

/** `POST /v1/payment_intents/:id/confirm`, and `confirm=true` when creating. */
export function confirmIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  given: Given,
): Stripe.PaymentIntent {
  moved(intent, "confirm");
  const token =
    given.confirmation_token === undefined ? null : spend(scope, given.confirmation_token, intent);
  const method = token?.method ?? chosenMethod(scope, given, idOf(intent.payment_method));
  if (method === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  checkFit(intent, method);
  refuseConsumed(scope, method, "pay");
  if (given.return_url !== undefined && given.error_on_requires_action === true) {
    throw invalidRequest(
      "You may only specify one of these parameters: error_on_requires_action, return_url.",
      {
        code: "parameters_exclusive",
        param: "error_on_requires_action",
      },
    );
  }
  const ready: Stripe.PaymentIntent = {
    ...intent,
    capture_method: given.capture_method ?? intent.capture_method,
    payment_method_options: optionsOf(given.payment_method_options, intent.payment_method_options),
    receipt_email: given.receipt_email === undefined ? intent.receipt_email : given.receipt_email,
    setup_future_usage:
      given.setup_future_usage === undefined
        ? (token?.setup_future_usage ?? intent.setup_future_usage)
        : given.setup_future_usage,
    shipping: given.shipping === undefined ? intent.shipping : shippingOf(given.shipping),
  };
  return attempt(scope, ready, method, {
    returnUrl: given.return_url ?? token?.return_url ?? null,
    useStripeSdk: given.use_stripe_sdk === true,
    offSession: given.off_session === true,
    errorOnRequiresAction: given.error_on_requires_action === true,
  });
}
