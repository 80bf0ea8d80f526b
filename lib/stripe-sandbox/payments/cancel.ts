import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import type { Scope } from "../scope";
import { closeChallenges } from "./close-challenges";
import { moved } from "./moved";

export type CancelReason = "abandoned" | "duplicate" | "fraudulent" | "requested_by_customer";

/** Ends an intent; what is held is given back to the shopper. */
export function cancelIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  reason: CancelReason | null,
): Stripe.PaymentIntent {
  const status = moved(intent, "cancel");
  const open = scope.store.sessions.by("payment_intent", intent.id)[0];
  if (open?.status === "open") {
    throw invalidRequest(
      "You cannot cancel PaymentIntents created by Checkout. You may want to expire the Checkout Session instead.",
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  closeChallenges(scope, intent);
  scope.world.timers.cancel(scope, intent.id, "expire_authorization");
  const canceled = scope.store.paymentIntents.save({
    ...intent,
    status,
    amount_capturable: 0,
    canceled_at: scope.now,
    cancellation_reason: reason,
    next_action: null,
  });
  if (intent.status === "requires_capture") release(scope, intent);
  scope.emit("payment_intent.canceled", canceled);
  return canceled;
}

function release(scope: Scope, intent: Stripe.PaymentIntent): void {
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  if (charge === undefined) return;
  const amount_refunded = charge.amount - charge.amount_captured;
  const released = scope.store.charges.save({ ...charge, refunded: true, amount_refunded });
  scope.emit("charge.refunded", released);
}
