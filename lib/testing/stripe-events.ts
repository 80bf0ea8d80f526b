import { env } from "@/lib/env";
import { newToken } from "@/lib/ids";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { receiveStripeEvent } from "@/lib/payments/webhooks/receive";
import { createOrder } from "./payments";
import { cards, payByCard } from "./shopper";

type Event = { id?: string; type: string; object: Record<string, unknown> };

/** An event as Stripe writes it. */
export const bodyOf = ({ id = `evt_${newToken()}`, type, object }: Event) =>
  JSON.stringify({ id, object: "event", type, data: { object } });

export const sign = (payload: string, secret = env().stripe.webhookSecret) =>
  stripe().webhooks.generateTestHeaderString({ payload, secret });

/** What the store answers to it. */
export const deliver = (body: string, signature: string | null = sign(body)) =>
  receiveStripeEvent(
    "stripe",
    new Request("http://localhost:3000/webhooks/stripe", {
      method: "POST",
      body,
      headers: signature === null ? {} : { "stripe-signature": signature },
    }),
  );

/** An order that its shopper has paid at the gateway, of which the store does not know. */
export async function paidCheckout() {
  const orderId = await createOrder();
  const checkout = await startCheckoutPayment({
    orderId,
    collectedBy: "elements",
    returnUrl: "http://localhost:3000/return",
    actor: "shopper",
  });
  const { intent } = await payByCard(checkout, cards.good);
  return { orderId, checkout, intent: intent ?? "" };
}
