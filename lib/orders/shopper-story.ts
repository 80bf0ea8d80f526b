import type { OrderEventView } from "./views";

export type StoryTone = "good" | "warn" | "bad" | "neutral";
export type StoryItem = { id: string; title: string; tone: StoryTone; at: Date };

/** What a shopper is told of; everything else in an order's history is the merchant's business. */
const told: Readonly<Record<string, { title: string; tone: StoryTone }>> = {
  order_created: { title: "Order started", tone: "neutral" },
  order_placed: { title: "Order confirmed", tone: "good" },
  payment_authorized: { title: "Payment approved by your bank", tone: "good" },
  payment_succeeded: { title: "Payment received", tone: "good" },
  payment_captured: { title: "Card charged", tone: "good" },
  payment_failed: { title: "A payment did not go through", tone: "warn" },
  payment_voided: { title: "Held amount released", tone: "neutral" },
  refund_pending: { title: "Refund on its way", tone: "neutral" },
  refund_succeeded: { title: "Refunded", tone: "neutral" },
  order_cancelled: { title: "Order cancelled", tone: "bad" },
  order_superseded: { title: "Replaced by a newer order", tone: "neutral" },
  order_shipped: { title: "Sent", tone: "good" },
};

/** An order's history in the shopper's words, oldest first; what was said once is not said again. */
export function shopperStory(events: readonly OrderEventView[]): StoryItem[] {
  return events.flatMap(({ id, kind, at }, i) => {
    const words = told[kind];
    if (words === undefined || events[i - 1]?.kind === kind) return [];
    return [{ id, at, ...words }];
  });
}
