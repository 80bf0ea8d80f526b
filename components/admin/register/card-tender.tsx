"use client";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { TillPayment, TillSale } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import { ReaderStatus } from "./reader-status";
import { TestCard, testCards } from "./test-card";
import { shown, type Till } from "./till";
import { readerOf, useReaderState } from "./use-reader";
import type { SaleInHand } from "./use-sale";

type Props = {
  till: Till;
  hand: SaleInHand;
  amountMinor: number | null;
  actions: PayActions;
};

const waitingCard = ({ payments }: TillSale): TillPayment | undefined =>
  payments.find(({ state, tender }) => state === "waiting" && tender === "reader");

/** A card at the reader that this page speaks to. */
export function CardTender({ till, hand, amountMinor, actions }: Props) {
  const { sale, ask, isBusy, setProblem } = hand;
  const [card, setCard] = useState<string>(testCards[0].number);
  const [declined, setDeclined] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  const reader = readerOf(till, async () => {
    const answer = await actions.connectionToken({ till: till.id });
    if (answer.is === "refused") throw new Error(answer.message);
    return answer.value;
  });
  const state = useReaderState(reader);
  const waiting = waitingCard(sale);
  const { orderId } = sale;
  const look = () => actions.look({ till: till.id, orderId });

  async function take() {
    setDeclined(null);
    setTaking(true);
    try {
      const begun = waiting ?? (await begin());
      if (!begun?.clientSecret) return;
      const taken = await reader.take(begun.clientSecret, till.isSandbox ? card : null);
      if (taken.is === "declined") setDeclined(taken.message);
      if (taken.is === "lost") setProblem(`${taken.message} The payment is being checked.`);
      // Whatever the reader says, what counts is what the server knows.
      await ask(look);
    } finally {
      setTaking(false);
    }
  }

  async function begin() {
    if (amountMinor === null) return undefined;
    const key = crypto.randomUUID();
    const after = await ask(() => actions.beginCard({ till: till.id, orderId, amountMinor, key }));
    return after === null ? undefined : waitingCard(after);
  }

  async function cancel() {
    await reader.cancel();
    const paymentId = waiting?.id;
    if (paymentId === undefined) return;
    await ask(() => actions.cancelPayment({ till: till.id, orderId, paymentId }));
  }

  const dueMinor = waiting?.amountMinor ?? amountMinor;
  return (
    <div className="flex flex-col gap-3">
      <ReaderStatus
        state={state}
        connect={() => void reader.connect()}
        choose={(id) => void reader.choose(id)}
      >
        {till.isSandbox && !isTaking && <TestCard value={card} choose={setCard} />}
      </ReaderStatus>
      {declined && (
        <Alert tone="bad" role="alert" title="Declined">
          {declined} Another card may work.
        </Alert>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          size="large"
          className="grow"
          disabled={isTaking || isBusy || state.is !== "ready" || dueMinor === null}
          onClick={() => void take()}
        >
          {declined || waiting ? "Ask the reader again" : "Ask the reader"}
          {dueMinor !== null && ` · ${shown(dueMinor, till.currency)}`}
        </Button>
        {(waiting || isTaking) && (
          <Button
            size="large"
            variant="secondary"
            disabled={state.is === "processing"}
            onClick={() => void cancel()}
          >
            Cancel the card
          </Button>
        )}
      </div>
    </div>
  );
}
