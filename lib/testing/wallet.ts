import { newToken } from "@/lib/ids";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { keepCard } from "@/lib/payments/wallet/cards";
import { processEvents } from "@/lib/payments/webhooks/process";
import { storeEvent } from "@/lib/payments/webhooks/store";

const gateway = "stripe";
/** Whoever has never been seen, with this gateway. */
export const newOwner = () => ({ gateway, owner: `shopper:${newToken()}` }) as const;
export const words = { consent: "You may keep my card.", actor: "shopper" };

export const keep = (owner: ReturnType<typeof newOwner>, paymentMethodRef = "pm_card_visa") =>
  keepCard({ ...owner, paymentMethodRef, ...words });

/** Tells the store what happened at the gateway since, as its events do: each twice, newest first. */
export async function deliverEvents(): Promise<void> {
  const { data } = await stripe().events.list({ limit: 100 });
  for (const [round, events] of [data, data].entries()) {
    for (const event of events) {
      const externalId = round === 0 ? event.id : `${event.id}_again`;
      const { type } = event;
      await storeEvent({ source: gateway, externalId, type, body: JSON.stringify(event) });
    }
  }
  while ((await processEvents()) > 0);
}
