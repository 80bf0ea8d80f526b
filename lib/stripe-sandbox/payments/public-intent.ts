import type Stripe from "stripe";

/** What a browser may see of an intent: nothing that the merchant wrote for themselves. */
export function publicIntent(
  intent: Stripe.PaymentIntent,
): Pick<Stripe.PaymentIntent, (typeof shown)[number]> & Stripe.PaymentIntent {
  const copy = { ...intent, customer: null, metadata: {}, application_fee_amount: null };
  return {
    ...copy,
    on_behalf_of: null,
    transfer_group: null,
    latest_charge: null,
    transfer_data: null,
  };
}

const shown = ["id", "status", "client_secret"] as const;
