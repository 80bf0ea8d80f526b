"use client";
import { useState } from "react";
import type { PayActions } from "./actions";
import type { Till } from "./till";
import type { SaleInHand } from "./use-sale";
import { waitingCard } from "./waiting-card";

type Setting = {
  till: Till;
  hand: SaleInHand;
  actions: PayActions;
  /** Null: what is typed is no amount. */
  amountMinor: number | null;
};

/** Takes a card at a reader that the shop's server asks. What comes of it, the sale's own polling sees. */
export function useServerReader({ till, hand, actions, amountMinor }: Setting) {
  const { sale, ask, keyOf } = hand;
  const first = till.readerRef ?? till.readers.find(({ isOnline }) => isOnline)?.ref ?? "";
  const [chosenRef, choose] = useState(first);
  const waiting = waitingCard(sale);
  const isAsked = waiting !== undefined && waiting.readerRef !== null;
  const readerRef = waiting?.readerRef ?? chosenRef;
  const at = { till: till.id, orderId: sale.orderId };

  async function begin() {
    if (amountMinor === null) return undefined;
    const key = keyOf("reader", amountMinor);
    const begun = await ask(() => actions.beginCard({ ...at, amountMinor, key }));
    return begun === null ? undefined : waitingCard(begun);
  }

  async function take() {
    const payment = waiting ?? (await begin());
    if (payment === undefined) return;
    await ask(() => actions.askReader({ ...at, paymentId: payment.id, readerRef }));
  }

  async function hold(number: string) {
    if (waiting === undefined) return;
    await ask(() => actions.holdCard({ ...at, paymentId: waiting.id, readerRef, number }));
  }

  async function cancel() {
    if (waiting === undefined) return;
    await ask(() => actions.cancelPayment({ ...at, paymentId: waiting.id }));
  }

  const reader = till.readers.find(({ ref }) => ref === readerRef);
  const dueMinor = waiting?.amountMinor ?? amountMinor;
  return { reader, readerRef, choose, waiting, isAsked, dueMinor, take, hold, cancel };
}
