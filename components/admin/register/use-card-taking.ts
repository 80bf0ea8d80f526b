"use client";
import { useRef, useState } from "react";
import { cardQuestions, type CardSetting } from "./card-questions";
import type { BrowserReader } from "./reader";
import { waitingCard } from "./waiting-card";

type Setting = CardSetting & { reader: BrowserReader };

/** Takes a card at the reader of this page for (a part of) a sale, or stops doing so. */
export function useCardTaking({ reader, ...setting }: Setting) {
  const { begin, close, look } = cardQuestions(setting);
  const { sale, setProblem } = setting.hand;
  const [declined, setDeclined] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  /** Somebody does not want to wait any more: that has the last word. */
  const isStopped = useRef(false);
  const waiting = waitingCard(sale);

  /** `testCard`: what the simulated shopper holds to it. */
  async function take(testCard: string | null) {
    isStopped.current = false;
    setDeclined(null);
    setTaking(true);
    try {
      const begun = await begin();
      if (!begun?.clientSecret) return;
      if (isStopped.current) return await close(begun.id);
      const taken = await reader.take(begun.clientSecret, testCard);
      if (isStopped.current) return;
      if (taken.is === "declined") setDeclined(taken.message);
      // Whatever the reader says, what counts is what the server knows.
      await look();
      if (taken.is === "lost") setProblem(`${taken.message} The payment was looked up again.`);
    } finally {
      setTaking(false);
    }
  }

  async function cancel() {
    isStopped.current = true;
    await reader.cancel();
    if (waiting !== undefined) await close(waiting.id);
  }

  return { waiting, declined, isTaking, take, cancel };
}
