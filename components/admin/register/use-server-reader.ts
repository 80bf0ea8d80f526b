"use client";
import { useState } from "react";
import { cardQuestions, type CardSetting } from "./card-questions";
import { waitingCard } from "./waiting-card";

/** Takes a card at a reader that the shop's server asks. What comes of it, the sale's own polling sees. */
export function useServerReader(setting: CardSetting) {
  const { till, hand, actions, amountMinor } = setting;
  const { sale, ask } = hand;
  const { at, begin, close } = cardQuestions(setting);
  const first = till.readerRef ?? till.readers.find(({ isOnline }) => isOnline)?.ref ?? "";
  const [chosenRef, choose] = useState(first);
  const waiting = waitingCard(sale);
  const isAsked = waiting !== undefined && waiting.readerRef !== null;
  const readerRef = waiting?.readerRef ?? chosenRef;

  async function take() {
    const payment = await begin();
    if (payment === undefined) return;
    await ask(() => actions.askReader({ ...at, paymentId: payment.id, readerRef }));
  }

  async function hold(number: string) {
    if (waiting === undefined) return;
    await ask(() => actions.holdCard({ ...at, paymentId: waiting.id, readerRef, number }));
  }

  async function cancel() {
    if (waiting !== undefined) await close(waiting.id);
  }

  const reader = till.readers.find(({ ref }) => ref === readerRef);
  const dueMinor = waiting?.amountMinor ?? amountMinor;
  return { reader, readerRef, choose, waiting, isAsked, dueMinor, take, hold, cancel };
}
