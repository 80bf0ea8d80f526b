import type Stripe from "stripe";
import type { Scope } from "../scope";
import { updateCustomer } from "./update-customer";

/**
 * A checkout session follows its intent: paid, authorized or on its way completes it, whoever made the
 * intent move (the shopper's page, a bank's page in another tab, or time).
 */
export function sessionFollows(scope: Scope, intent: Stripe.PaymentIntent): void {
  const session = scope.store.sessions.by("payment_intent", intent.id)[0];
  if (session === undefined) return;
  if (session.status === "open") followOpen(scope, session, intent);
  else if (session.status === "complete" && session.payment_status === "unpaid") {
    followWaiting(scope, session, intent);
  }
}

function followOpen(
  scope: Scope,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
): void {
  rememberError(scope, session.id, intent.last_payment_error);
  const isDone = ["succeeded", "requires_capture", "processing"].includes(intent.status);
  const isVoucher =
    intent.status === "requires_action" &&
    intent.next_action?.type.endsWith("_display_details") === true;
  if (!isDone && !isVoucher) return;
  completeSession(scope, session, intent.status === "succeeded" ? "paid" : "unpaid");
}

/** `checkout.session.completed`: the shopper has done their part. */
export function completeSession(
  scope: Scope,
  session: Stripe.Checkout.Session,
  payment_status: Stripe.Checkout.Session.PaymentStatus,
): Stripe.Checkout.Session {
  scope.world.timers.cancel(scope, session.id, "expire_session");
  const complete = scope.store.sessions.save({
    ...session,
    status: "complete",
    payment_status,
    url: null,
  });
  updateCustomer(scope, complete);
  scope.emit("checkout.session.completed", complete);
  return complete;
}

/** A delayed payment ended, or a held one was captured. */
function followWaiting(
  scope: Scope,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
): void {
  if (intent.status === "succeeded") {
    const paid = scope.store.sessions.save({ ...session, payment_status: "paid" });
    if (intent.capture_method !== "manual") {
      scope.emit("checkout.session.async_payment_succeeded", paid);
    }
    return;
  }
  if (intent.status === "requires_payment_method") {
    scope.emit("checkout.session.async_payment_failed", session);
  }
}

function rememberError(
  scope: Scope,
  id: string,
  lastError: Stripe.PaymentIntent.LastPaymentError | null,
): void {
  const state = scope.store.sessionStates.find(id);
  if (state !== undefined && state.lastError !== lastError) {
    scope.store.sessionStates.save({ ...state, lastError });
  }
}
