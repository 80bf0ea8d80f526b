import type { TillPayment } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import type { Till } from "./till";
import type { SaleInHand } from "./use-sale";
import { waitingCard } from "./waiting-card";

export type CardSetting = {
  till: Till;
  hand: SaleInHand;
  actions: PayActions;
  /** Null: what is typed is no amount. */
  amountMinor: number | null;
};

/** What both ways to a reader ask the shop's server. */
export function cardQuestions({ till, hand, actions, amountMinor }: CardSetting) {
  const { sale, ask, setSale, keyOf } = hand;
  const at = { till: till.id, orderId: sale.orderId };

  /** The payment that a reader can take a card for: the one that waits, or a new one. */
  async function begin(): Promise<TillPayment | undefined> {
    const waiting = waitingCard(sale);
    if (waiting !== undefined || amountMinor === null) return waiting;
    const key = keyOf("reader", amountMinor);
    const after = await ask(() => actions.beginCard({ ...at, amountMinor, key }));
    return after === null ? undefined : waitingCard(after);
  }

  /** Ended, or what it has become meanwhile: a card can have been approved at that very moment. */
  async function close(paymentId: string): Promise<void> {
    const after = await ask(() => actions.cancelPayment({ ...at, paymentId }));
    if (after !== null) return;
    const seen = await actions.look(at).catch(() => null);
    if (seen?.is === "done") setSale(seen.value);
  }

  return { at, begin, close, look: () => ask(() => actions.look(at)) };
}
