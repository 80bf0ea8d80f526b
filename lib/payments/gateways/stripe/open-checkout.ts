import type Stripe from "stripe";
import { env } from "@/lib/env";
import type { GatewayAnswer } from "@/lib/payments/core/types";
import type { Ask, OrderDetails } from "@/lib/payments/gateways/gateway";
import { answering, keyed, type Scope } from "./scope";
import { sessionLines } from "./session-lines";
import { SEVERAL_CAPTURES, snapshotOfSession } from "./snapshot";

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

function sessionParams(
  { transaction, payment }: Ask,
  order: OrderDetails,
): Stripe.Checkout.SessionCreateParams {
  const metadata = {
    order_id: payment.orderId,
    payment_id: payment.id,
    transaction_id: transaction.id,
  };
  const currency = payment.currency.toLowerCase();
  const manual = payment.method === "authorize";
  const { severalCaptures: several } = transaction.request;
  return {
    mode: "payment",
    ...pageParams(payment.collectedBy, transaction.request),
    line_items: sessionLines(order, transaction.amountMinor).map((line) => ({
      quantity: line.quantity,
      price_data: {
        currency,
        unit_amount: line.unitMinor,
        product_data: { name: line.name, ...images(line.imageUrl) },
      },
    })),
    customer_email: order.email,
    client_reference_id: payment.orderId,
    metadata,
    payment_intent_data: { metadata, ...(manual && { capture_method: "manual" }) },
    ...(manual && several !== false && { payment_method_options: SEVERAL_CAPTURES }),
    ...(payment.sessionExpiresAt && {
      expires_at: Math.floor(payment.sessionExpiresAt.getTime() / 1000),
    }),
  };
}

function pageParams(
  collectedBy: string,
  { returnUrl = "", cancelUrl }: { returnUrl?: string | undefined; cancelUrl?: string | undefined },
): Partial<Stripe.Checkout.SessionCreateParams> {
  switch (collectedBy) {
    case "hosted":
      return {
        ui_mode: "hosted_page",
        success_url: returnUrl,
        ...(cancelUrl && { cancel_url: cancelUrl }),
      };
    case "embedded":
      return { ui_mode: "embedded_page", return_url: returnUrl };
    default:
      return { ui_mode: "elements", return_url: returnUrl };
  }
}

/** Stripe fetches pictures itself, so only those at a public address are of use to it. */
function images(url: string | null): { images?: string[] } {
  if (url === null) return {};
  const { href, protocol } = new URL(url, env().storeUrl);
  return protocol === "https:" ? { images: [href] } : {};
}
