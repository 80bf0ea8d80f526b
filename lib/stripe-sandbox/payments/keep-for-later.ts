import type Stripe from "stripe";
import { idOf } from "../ids";
import { attachMethod } from "../methods/attach";
import { consume } from "../methods/consumed";
import type { Scope } from "../scope";

/**
 * `setup_future_usage`: the method is the customer's from now on, or may still be attached to one. Any other
 * that is nobody's is used up.
 */
export function keepForLater(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): void {
  if (intent.setup_future_usage !== null) keep(scope, intent, method);
  const isSetUp = intent.setup_future_usage !== null && method.type !== "card_present";
  const isNobodys = scope.store.paymentMethods.find(method.id)?.customer === null;
  if (isNobodys && !isSetUp) consume(scope, method.id);
}

function keep(scope: Scope, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const secret = scope.store.secrets.find(method.id);
  if (secret !== undefined) scope.store.secrets.save({ ...secret, setUp: true });
  const customer = idOf(intent.customer);
  const kept = method.type === "card_present" ? generatedCard(scope, intent) : method;
  if (customer !== null && kept?.customer === null) attachMethod(scope, kept, customer);
}

/** A card read by a terminal cannot be kept itself; the card that was generated from it can. */
function generatedCard(
  scope: Scope,
  intent: Stripe.PaymentIntent,
): Stripe.PaymentMethod | undefined {
  const charge = scope.store.charges.find(idOf(intent.latest_charge) ?? "");
  const id = charge?.payment_method_details?.card_present?.generated_card;
  return scope.store.paymentMethods.find(id ?? "");
}
