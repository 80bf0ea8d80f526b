"use client";
import { useState, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { PayActions } from "./actions";
import type { ReaderState } from "./reader";
import { ReaderChoice } from "./reader-choice";
import { ReaderStatus } from "./reader-status";
import { TestCard, testCards } from "./test-card";
import { shown, type Till } from "./till";
import type { SaleInHand } from "./use-sale";
import { useServerReader } from "./use-server-reader";

type Props = {
  till: Till;
  hand: SaleInHand;
  amountMinor: number | null;
  actions: PayActions;
};

/** A card at a reader that the shop's server asks; this page only looks how it goes. */
export function ServerCardTender({ till, hand, amountMinor, actions }: Props) {
  const taking = useServerReader({ till, hand, actions, amountMinor });
  const [card, setCard] = useState<string>(testCards[0].number);
  const { reader, waiting, isAsked } = taking;
  const isHeldHere = isAsked && reader?.isSimulated === true;
  return (
    <div className="flex flex-col gap-3">
      <ReaderStatus state={stateOf(reader, isAsked)} choose={taking.choose}>
        {!isAsked && (
          <ReaderChoice readers={till.readers} chosen={taking.readerRef} choose={taking.choose} />
        )}
        {isHeldHere && <TestCard value={card} choose={setCard} />}
      </ReaderStatus>
      {waiting?.failure && !isAsked && (
        <Alert tone="bad" role="alert" title="No payment yet">
          {waiting.failure}
        </Alert>
      )}
      <div className="flex flex-wrap gap-3">
        {isHeldHere && (
          <Big variant="solid" disabled={hand.isBusy} press={() => taking.hold(card)}>
            Hold the card to it
          </Big>
        )}
        {!isAsked && <AskButton till={till} hand={hand} taking={taking} />}
        {waiting && (
          <Big variant="secondary" disabled={hand.isBusy} press={taking.cancel}>
            Cancel the card
          </Big>
        )}
      </div>
    </div>
  );
}

type AskProps = Pick<Props, "till" | "hand"> & { taking: ReturnType<typeof useServerReader> };

function AskButton({ till, hand, taking }: AskProps) {
  const { reader, waiting, dueMinor, take } = taking;
  const isUnready = hand.isBusy || reader === undefined || dueMinor === null;
  return (
    <Big disabled={isUnready} press={take}>
      {waiting ? "Ask the reader again" : "Ask the reader"}
      {dueMinor !== null && ` · ${shown(dueMinor, till.currency)}`}
    </Big>
  );
}

type BigProps = {
  variant?: "solid" | "secondary";
  disabled: boolean;
  press: () => Promise<void>;
  children: ReactNode;
};

const Big = ({ press, ...rest }: BigProps) => (
  <Button size="large" className="grow" onClick={() => void press()} {...rest} />
);

function stateOf(reader: Till["readers"][number] | undefined, isAsked: boolean): ReaderState {
  if (reader === undefined) return { is: "gone", message: "No reader is set up for this till." };
  const { label, isOnline } = reader;
  if (isAsked) return { is: "waiting", label };
  return isOnline ? { is: "ready", label } : { is: "gone", message: `${label} is switched off.` };
}
