"use client";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { PayActions } from "./actions";
import { ReaderStatus } from "./reader-status";
import { TestCard, testCards } from "./test-card";
import { shown, type Till } from "./till";
import { useCardTaking } from "./use-card-taking";
import { readerOf, useReaderState } from "./use-reader";
import type { SaleInHand } from "./use-sale";

type Props = {
  till: Till;
  hand: SaleInHand;
  amountMinor: number | null;
  actions: PayActions;
};

/** A card at the reader that this page speaks to. */
export function CardTender({ till, hand, amountMinor, actions }: Props) {
  const [card, setCard] = useState<string>(testCards[0].number);
  const reader = readerOf(till, () => tokenOf(till, actions));
  const state = useReaderState(reader);
  const taking = useCardTaking({ till, hand, actions, reader, amountMinor });
  const { waiting, declined, isTaking } = taking;
  const dueMinor = waiting?.amountMinor ?? amountMinor;
  const isUnready = isTaking || hand.isBusy || state.is !== "ready" || dueMinor === null;
  return (
    <div className="flex flex-col gap-3">
      <ReaderStatus
        state={state}
        connect={() => void reader.connect()}
        stop={() => void reader.cancel()}
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
          disabled={isUnready}
          onClick={() => void taking.take(till.isSandbox ? card : null)}
        >
          {declined || waiting ? "Ask the reader again" : "Ask the reader"}
          {dueMinor !== null && ` · ${shown(dueMinor, till.currency)}`}
        </Button>
        {(waiting || isTaking) && (
          <Button
            size="large"
            variant="secondary"
            className="grow"
            onClick={() => void taking.cancel()}
          >
            Cancel the card
          </Button>
        )}
      </div>
    </div>
  );
}

async function tokenOf({ id }: Till, { connectionToken }: PayActions): Promise<string> {
  const answer = await connectionToken({ till: id });
  if (answer.is === "refused") throw new Error(answer.message);
  return answer.value;
}
