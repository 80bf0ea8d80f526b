import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { Ask, OrderDetails } from "@/lib/payments/gateways/gateway";
import { answering, keyed, type Scope } from "./scope";
import { sessionParams } from "./session-params";
import { snapshotOfSession } from "./snapshot";

/**
 * Opens the Checkout Session of a payment. The session's own total is compared with ours before anyone
 * can pay it: a difference closes the session, and the payment is refused.
 */
export function openCheckout(scope: Scope, ask: Ask, order: OrderDetails): Promise<GatewayAnswer> {
  return answering(async () => {
    const { sessions } = scope.client.checkout;
    const session = await sessions.create(sessionParams(ask, order), keyed(scope, ask));
    const { amountMinor } = ask.transaction;
    if (session.amount_total === amountMinor) {
      return { kind: "seen", snapshot: snapshotOfSession(session) };
    }
    await sessions.expire(session.id, {}, scope.options);
    const message = `Stripe made a session of ${session.amount_total} for ${amountMinor}.`;
    return { kind: "declined", failure: { code: "amount_mismatch", message }, snapshot: null };
  });
}
