import type Stripe from "stripe";
import { missingParam } from "../errors";
import { idOf, newId, randomText } from "../ids";
import type { Scope } from "../scope";
import type { RefundRequest } from "./refunds";

const INSTRUCTIONS_LAST_S = 45 * 86_400;

export function instructions(
  scope: Scope,
  { charge, email }: RefundRequest,
): Partial<Stripe.Refund> {
  const email_sent_to = email ?? charge.receipt_email ?? charge.billing_details.email;
  if (email_sent_to === null) {
    throw missingParam("instructions_email");
  }
  return {
    instructions_email: email_sent_to,
    next_action: {
      type: "display_details",
      display_details: {
        email_sent: { email_sent_at: scope.now, email_sent_to },
        expires_at: scope.now + INSTRUCTIONS_LAST_S,
      },
    },
  };
}

export function blankRefund(
  scope: Scope,
  { charge, reason, metadata }: RefundRequest,
  amount: number,
): Stripe.Refund {
  return {
    id: newId(charge.id.startsWith("py_") ? "pyr" : "re"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: scope.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: destination(charge, "succeeded"),
    metadata,
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  };
}

export function destination(
  charge: Stripe.Charge,
  status: string,
): Stripe.Refund.DestinationDetails {
  const type = charge.payment_method_details?.type ?? "card";
  if (type !== "card") return { type };
  const available = status === "succeeded";
  return {
    type: "card",
    card: {
      ...(available ? { reference: randomText(12) } : {}),
      reference_status: available ? "available" : "pending",
      reference_type: "acquirer_reference_number",
      type: "refund",
    },
  };
}
