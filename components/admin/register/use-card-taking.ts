"use client";
import { useState } from "react";
import type { PayActions } from "./actions";
import type { BrowserReader } from "./reader";
import type { Till } from "./till";
import type { SaleInHand } from "./use-sale";
import { waitingCard } from "./waiting-card";

type Setting = {
  till: Till;
  hand: SaleInHand;
  actions: PayActions;
  reader: BrowserReader;
  /** Null: what is typed is no amount. */
  amountMinor: number | null;
};

/** Takes a card at the reader for (a part of) a sale, or stops doing so. */
export function useCardTaking({ till, hand, actions, reader, amountMinor }: Setting) {
  const { sale, ask, setProblem, keyOf } = hand;
  const [declined, setDeclined] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  const waiting = waitingCard(sale);
  const at = { till: till.id, orderId: sale.orderId };

  async function begin() {
    if (amountMinor === null) return undefined;
    const key = keyOf("reader", amountMinor);
    const after = await ask(() => actions.beginCard({ ...at, amountMinor, key }));
    return after === null ? undefined : waitingCard(after);
  }

  /** `testCard`: what the simulated shopper holds to it. */
  async function take(testCard: string | null) {
    setDeclined(null);
    setTaking(true);
    try {
      const begun = waiting ?? (await begin());
      if (!begun?.clientSecret) return;
      const taken = await reader.take(begun.clientSecret, testCard);
      if (taken.is === "declined") setDeclined(taken.message);
      // Whatever the reader says, what counts is what the server knows.
      await ask(() => actions.look(at));
      if (taken.is === "lost") setProblem(`${taken.message} The payment was looked up again.`);
    } finally {
      setTaking(false);
    }
  }

  async function cancel() {
    await reader.cancel();
    const paymentId = waiting?.id;
    if (paymentId === undefined) return;
    await ask(() => actions.cancelPayment({ ...at, paymentId }));
  }

  return { waiting, declined, isTaking, take, cancel };
}
