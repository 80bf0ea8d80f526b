import type Stripe from "stripe";

/**
 * The lives of intents, as tables: what may happen in each status. An event that is missing from a
 * row is refused with `payment_intent_unexpected_state`.
 */
export type IntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "requires_capture"
  | "succeeded"
  | "canceled";

export type IntentEvent =
  "confirm" | "challenge" | "process" | "authorize" | "succeed" | "fail" | "capture" | "cancel";

type Exits = Partial<Record<IntentEvent, IntentStatus>>;

// prettier-ignore
export const paymentIntentMachine: Record<IntentStatus, Exits> = {
  requires_payment_method: { confirm: "requires_confirmation", cancel: "canceled" },
  requires_confirmation:   { confirm: "requires_confirmation", challenge: "requires_action", process: "processing",
                             authorize: "requires_capture", succeed: "succeeded", fail: "requires_payment_method", cancel: "canceled" },
  requires_action:         { confirm: "requires_confirmation", process: "processing", authorize: "requires_capture",
                             succeed: "succeeded", fail: "requires_payment_method", cancel: "canceled" },
  processing:              { succeed: "succeeded", fail: "requires_payment_method" },
  requires_capture:        { capture: "succeeded", cancel: "canceled" },
  succeeded:               {},
  canceled:                {},
};

// prettier-ignore
export const setupIntentMachine: Record<Exclude<IntentStatus, "requires_capture">, Exits> = {
  requires_payment_method: { confirm: "requires_confirmation", cancel: "canceled" },
  requires_confirmation:   { confirm: "requires_confirmation", challenge: "requires_action", process: "processing",
                             succeed: "succeeded", fail: "requires_payment_method", cancel: "canceled" },
  requires_action:         { confirm: "requires_confirmation", process: "processing", succeed: "succeeded",
                             fail: "requires_payment_method", cancel: "canceled" },
  processing:              { succeed: "succeeded", fail: "requires_payment_method" },
  succeeded:               {},
  canceled:                {},
};

/** The status after `event`, or null when it does not apply now. */
export function intentAfter(
  status: Stripe.PaymentIntent["status"],
  event: IntentEvent,
): IntentStatus | null {
  return isStatus(status) ? (paymentIntentMachine[status][event] ?? null) : null;
}

export function setupAfter(
  status: Stripe.SetupIntent["status"],
  event: IntentEvent,
): IntentStatus | null {
  return isSetupStatus(status) ? (setupIntentMachine[status][event] ?? null) : null;
}

const isStatus = (status: string): status is IntentStatus => status in paymentIntentMachine;

const isSetupStatus = (status: string): status is keyof typeof setupIntentMachine =>
  status in setupIntentMachine;
