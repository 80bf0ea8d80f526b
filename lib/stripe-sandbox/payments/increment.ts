import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf } from "../ids";
import { mergeMetadata } from "../metadata";
import { checkAmount } from "../money";
import type { Scope } from "../scope";
import { unexpectedState } from "./moved";

type Increment = {
  amount: number;
  description?: string | undefined;
  metadata?: Record<string, string> | null | undefined;
};

/** Raises what is held, for intents that asked for it when they were made. */
export function incrementIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  { amount, description, metadata }: Increment,
): Stripe.PaymentIntent {
  if (intent.status !== "requires_capture") throw unexpectedState(intent, "capture");
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  const details = charge?.payment_method_details;
  const card = details?.card;
  if (charge === undefined || card?.incremental_authorization?.status !== "available") {
    throw invalidRequest(
      "This PaymentIntent is not eligible for an incremental authorization. Set `payment_method_options[card][request_incremental_authorization]` to `if_available` when you create it.",
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  if (amount <= intent.amount) {
    throw invalidRequest("Amount must be greater than the authorized amount.", { param: "amount" });
  }
  checkAmount(amount, intent.currency);
  scope.store.charges.save({
    ...charge,
    amount,
    payment_method_details: {
      ...details,
      type: "card",
      card: { ...card, amount_authorized: amount },
    },
  });
  const raised = scope.store.paymentIntents.save({
    ...intent,
    amount,
    amount_capturable: amount - intent.amount_received,
    description: description ?? intent.description,
    metadata: mergeMetadata(intent.metadata, metadata),
  });
  scope.emit("payment_intent.amount_capturable_updated", raised);
  return raised;
}
