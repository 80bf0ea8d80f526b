import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import { mergeMetadata } from "../metadata";
import { cardByNumber } from "../methods/test-cards";
import type { Scope } from "../scope";
import { sessionFollows } from "../sessions/follow";
import { moved } from "./moved";
import { collect } from "./charges";

export type Capture = {
  amount: number | undefined;
  isFinal: boolean;
  applicationFee: number | undefined;
};

type Terms = {
  metadata?: Record<string, string> | null | undefined;
  statement_descriptor?: string | undefined;
  statement_descriptor_suffix?: string | undefined;
  transfer_data?: { amount?: number | undefined } | undefined;
};

/** The intent with what a capture may say anew. */
export function captureTerms(intent: Stripe.PaymentIntent, said: Terms): Stripe.PaymentIntent {
  const share = said.transfer_data?.amount;
  const { transfer_data } = intent;
  return {
    ...intent,
    metadata: mergeMetadata(intent.metadata, said.metadata),
    statement_descriptor: said.statement_descriptor ?? intent.statement_descriptor,
    statement_descriptor_suffix:
      said.statement_descriptor_suffix ?? intent.statement_descriptor_suffix,
    transfer_data:
      share === undefined || transfer_data === null || transfer_data === undefined
        ? transfer_data
        : { ...transfer_data, amount: share },
  };
}

/**
 * Takes all or part of what is held. What is not taken is given back, unless this is one of several
 * captures (`final_capture: false` on an intent that was made for it).
 */
export function captureIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  capture: Capture,
): Stripe.PaymentIntent {
  const status = moved(intent, "capture");
  const amount = capture.amount ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) {
    throw invalidRequest(
      "The provided capture amount is greater than the remaining amount you can capture. Please provide a capture amount less than or equal to the remaining amount you can capture.",
      { code: "amount_too_large", param: "amount_to_capture" },
    );
  }
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  if (charge === undefined) throw invalidRequest("This PaymentIntent has no charge to capture.");
  const several = charge.payment_method_details?.card?.multicapture?.status === "available";
  if (!capture.isFinal && !several) {
    throw invalidRequest(
      "This PaymentIntent does not support multiple captures: `final_capture` cannot be `false`.",
      { param: "final_capture" },
    );
  }
  const fee = capture.applicationFee ?? intent.application_fee_amount;
  const left = capture.isFinal ? 0 : intent.amount_capturable - amount;
  const received = intent.amount_received + amount;
  const done = left === 0;
  const after: Stripe.PaymentIntent = {
    ...intent,
    application_fee_amount: fee,
    amount_received: received,
    amount_capturable: left,
    status: done ? status : intent.status,
  };
  const captured = saveCaptured(scope, charge, after, received, done);
  const saved = scope.store.paymentIntents.save(after);
  if (!done) {
    scope.emit("payment_intent.amount_capturable_updated", saved);
    return saved;
  }
  scope.world.timers.cancel(scope, intent.id, "expire_authorization");
  scope.emit("charge.captured", captured);
  if (captured.amount_refunded > 0) scope.emit("charge.refunded", captured);
  scope.emit("payment_intent.succeeded", saved);
  sessionFollows(scope, saved);
  return saved;
}

function saveCaptured(
  scope: Scope,
  charge: Stripe.Charge,
  intent: Stripe.PaymentIntent,
  received: number,
  done: boolean,
): Stripe.Charge {
  // What was held and not captured goes back: Stripe shows it as refunded.
  const released = done ? charge.amount - received : 0;
  const taken: Stripe.Charge = {
    ...charge,
    captured: done,
    amount_captured: received,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    amount_refunded: charge.amount_refunded + released,
    refunded: done && charge.amount_refunded + released >= charge.amount,
  };
  if (!done) return scope.store.charges.save(taken);
  const number = scope.store.secrets.find(charge.payment_method ?? "")?.number ?? "";
  return scope.store.charges.save(collect(scope, taken, intent, cardByNumber(number) ?? {}));
}
