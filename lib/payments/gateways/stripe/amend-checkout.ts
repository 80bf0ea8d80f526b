import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { AmendAsk, OrderDetails } from "@/lib/payments/gateways/gateway";
import { look } from "./look";
import { AMENDED_BY } from "./page-seen";
import { answering, type Scope } from "./scope";
import { lineItems } from "./session-params";

/**
 * Changes what an open Checkout Session costs. Lines and mark go in one request, so whoever sees the mark
 * sees the new total. The mark is set on the payment intent too, where there is one: Stripe then abandons
 * an attempt that waits for the shopper's bank, and refuses the whole update once money is under way; so
 * nobody pays the old total after it. A total that is not ours closes the session, as when it is made.
 */
export function amendCheckout(
  scope: Scope,
  ask: AmendAsk,
  order: OrderDetails,
): Promise<GatewayAnswer> {
  return answering(async () => {
    const { id, amountMinor, payment, transaction } = ask;
    const { sessions } = scope.client.checkout;
    const sessionRef = payment.sessionRef ?? "";
    const prices = transaction.request.page?.prices;
    const currency = payment.currency.toLowerCase();
    const metadata = { [AMENDED_BY]: id };
    const session = await sessions.update(
      sessionRef,
      {
        line_items: lineItems(order, { amountMinor, prices, currency }),
        metadata,
        payment_intent_data: { metadata },
      },
      { ...scope.options, idempotencyKey: id },
    );
    if (session.amount_total === amountMinor) return seen(scope, ask);
    await sessions.expire(sessionRef, {}, scope.options);
    const message = `Stripe made a session of ${session.amount_total} for ${amountMinor}.`;
    return { kind: "declined", failure: { code: "amount_mismatch", message }, snapshot: null };
  });
}

/** An answer may be the repeated one of an earlier question: what counts is how the session stands now. */
async function seen(scope: Scope, { payment }: AmendAsk): Promise<GatewayAnswer> {
  const looked = await look(scope, payment);
  if (looked.kind !== "nothing") return looked;
  return { kind: "unknown", cause: "The session that was changed is not found." };
}
