import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf, newId } from "../ids";
import { setupAfter, type IntentEvent } from "../machines";
import { generateCard } from "../payments/generated-card";
import type { Scope } from "../scope";

/** Writes down that a setup was tried, and how it ended. */
export function saveAttempt(
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  status: "succeeded" | "failed",
): Stripe.SetupAttempt {
  return scope.store.setupAttempts.save({
    id: newId("setatt"),
    object: "setup_attempt",
    application: null,
    created: scope.now,
    customer: idOf(intent.customer),
    customer_account: null,
    flow_directions: null,
    livemode: false,
    on_behalf_of: null,
    payment_method: method.id,
    payment_method_details: attemptDetails(scope, method, status),
    setup_error: null,
    setup_intent: intent.id,
    status,
    usage: intent.usage,
  });
}

/** A card read by a terminal cannot be kept itself: a card is generated from it. */
function attemptDetails(
  scope: Scope,
  method: Stripe.PaymentMethod,
  status: "succeeded" | "failed",
): Stripe.SetupAttempt.PaymentMethodDetails {
  if (method.type !== "card_present") return { type: method.type };
  const generated_card =
    status === "succeeded" ? generateCard(scope, method, { charge: null, details: null }) : null;
  return { type: "card_present", card_present: { generated_card, offline: null } };
}

/** The status after an event, or the error that Stripe answers when it cannot happen now. */
export function setupMoved(
  intent: Stripe.SetupIntent,
  event: IntentEvent,
): Stripe.SetupIntent["status"] {
  const status = setupAfter(intent.status, event);
  if (status !== null) return status;
  const message =
    intent.status === "succeeded"
      ? `You cannot ${event} this SetupIntent because it has already succeeded.`
      : `You cannot ${event} this SetupIntent because it has a status of ${intent.status}.`;
  throw invalidRequest(message, { code: "setup_intent_unexpected_state", setup_intent: intent });
}
