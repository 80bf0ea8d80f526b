import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { intentAfter, type IntentEvent } from "../machines";

/** The status after an event, or the error that Stripe answers when it cannot happen now. */
export function moved(
  intent: Stripe.PaymentIntent,
  event: IntentEvent,
): Stripe.PaymentIntent["status"] {
  const status = intentAfter(intent.status, event);
  if (status !== null) return status;
  throw unexpectedState(intent, event);
}

const verbs: Partial<Record<IntentEvent, string>> = {
  confirm: "confirm",
  capture: "be captured",
  cancel: "cancel",
};

export function unexpectedState(intent: Stripe.PaymentIntent, event: IntentEvent) {
  const { status } = intent;
  const message =
    event === "confirm" && status === "succeeded"
      ? "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."
      : event === "capture" && status === "succeeded"
        ? "This PaymentIntent could not be captured because it has already been captured."
        : event === "capture"
          ? `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`
          : event === "cancel"
            ? `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`
            : `You cannot ${verbs[event] ?? event} this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`;
  return invalidRequest(message, {
    code: "payment_intent_unexpected_state",
    payment_intent: intent,
  });
}
