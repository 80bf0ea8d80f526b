import type { OrderEventView } from "./views";

export type StoryTone = "good" | "warn" | "bad" | "neutral";

/** What a shopper is told of; everything else in an order's history is the merchant's business. */
const told = {
  order_created: "neutral",
  order_placed: "good",
  payment_authorized: "good",
  payment_succeeded: "good",
  payment_captured: "good",
  payment_failed: "warn",
  payment_voided: "neutral",
  refund_pending: "neutral",
  refund_succeeded: "neutral",
  order_cancelled: "bad",
  order_superseded: "neutral",
  order_fulfilled: "good",
} as const satisfies Record<string, StoryTone>;

type StoryKind = keyof typeof told;
export type StoryItem = { id: string; kind: StoryKind; tone: StoryTone; at: Date };

/** A payment page that ended, or gave way to another one, before anybody paid there: nothing was refused. */
const isUntold = ({ kind, failureCode }: OrderEventView) =>
  kind === "payment_failed" && failureCode === "expired";

const isTold = (kind: string): kind is StoryKind => kind in told;

/** An order's history as far as its shopper is told, oldest first; what was said once is not said again. */
export function shopperStory(history: readonly OrderEventView[]): StoryItem[] {
  const events = history.filter((event) => !isUntold(event));
  return events.flatMap(({ id, kind, at }, i) => {
    if (!isTold(kind) || events[i - 1]?.kind === kind) return [];
    return [{ id, kind, tone: told[kind], at }];
  });
}
