import type Stripe from "stripe";
import type { Scope } from "../scope";

/** Makes the method the customer's own and tells the world. */
export function attachMethod(
  scope: Scope,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  const attached = scope.store.paymentMethods.save({ ...method, customer });
  scope.emit("payment_method.attached", attached);
  return attached;
}
