import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import type { Scope } from "../scope";

/** A method without a customer works for one payment; a detached one works no more. */
export function consume(scope: Scope, id: string): void {
  const secret = scope.store.secrets.find(id);
  if (secret !== undefined) scope.store.secrets.save({ ...secret, consumed: true });
}

export function refuseConsumed(
  scope: Scope,
  method: Stripe.PaymentMethod,
  use: "pay" | "attach",
): void {
  if (method.customer !== null) return;
  if (scope.store.secrets.find(method.id)?.consumed !== true) return;
  throw invalidRequest(
    use === "attach"
      ? "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again."
      : "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
  );
}
