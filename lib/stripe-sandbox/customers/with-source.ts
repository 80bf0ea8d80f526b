import type Stripe from "stripe";
import { attachMethod } from "../methods/attach";
import { makeMethod } from "../methods/make-method";
import type { Scope } from "../scope";

/** `source=tok_visa`: the older way to give a customer a card. */
export function withSource(call: Scope, customer: Stripe.Customer, token: string): Stripe.Customer {
  const method = makeMethod(
    call,
    { type: "card", card: { token }, billing_details: undefined },
    { rawCards: false },
  );
  attachMethod(call, method, customer.id);
  return call.store.customers.save({ ...customer, default_source: method.id });
}
