"use client";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { TillPayment, TillSale } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import type { ReaderState } from "./reader";
import { ReaderStatus } from "./reader-status";
import { TestCard, testCards } from "./test-card";
import { shown, type Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = {
  till: Till;
  hand: SaleInHand;
  amountMinor: number | null;
  actions: PayActions;
};

const waitingCard = ({ payments }: TillSale): TillPayment | undefined =>
  payments.find(({ state, tender }) => state === "waiting" && tender === "reader");

/** A card at a reader that the shop's server asks; this page only looks how it goes. */
export function ServerCardTender({ till, hand, amountMinor, actions }: Props) {
  const { sale, ask, isBusy } = hand;
  const first = till.readerRef ?? till.readers.find(({ isOnline }) => isOnline)?.ref ?? "";
  const [readerRef, setReader] = useState(first);
  const [card, setCard] = useState<string>(testCards[0].number);
  const waiting = waitingCard(sale);
  const chosen = till.readers.find(({ ref }) => ref === readerRef);
  const { orderId } = sale;
  const at = { till: till.id, orderId };

  async function take() {
    let payment = waiting;
    if (payment === undefined && amountMinor !== null) {
      const key = crypto.randomUUID();
      const begun = await ask(() => actions.beginCard({ ...at, amountMinor, key }));
      payment = begun === null ? undefined : waitingCard(begun);
    }
    if (payment === undefined) return;
    const paymentId = payment.id;
    await ask(() => actions.askReader({ ...at, paymentId, readerRef }));
  }

  const isAsked = waiting !== undefined && waiting.readerRef !== null;
  const dueMinor = waiting?.amountMinor ?? amountMinor;
  return (
    <div className="flex flex-col gap-3">
      <ReaderStatus state={stateOf(chosen, isAsked)} connect={() => undefined} choose={setReader}>
        {!isAsked && till.readers.length > 1 && (
          <Field name="reader" label="Reader" className="mt-3">
            {(control) => (
              <Select
                {...control}
                value={readerRef}
                onChange={(event) => setReader(event.target.value)}
              >
                {till.readers.map(({ ref, label }) => (
                  <option key={ref} value={ref}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {isAsked && chosen?.isSimulated && <TestCard value={card} choose={setCard} />}
      </ReaderStatus>
      {waiting?.failure && !isAsked && (
        <Alert tone="bad" role="alert" title="No payment yet">
          {waiting.failure}
        </Alert>
      )}
      <div className="flex flex-wrap gap-3">
        {isAsked && chosen?.isSimulated && (
          <Button
            size="large"
            variant="solid"
            className="grow"
            disabled={isBusy}
            onClick={() =>
              void ask(() =>
                actions.holdCard({ ...at, paymentId: waiting.id, readerRef, number: card }),
              )
            }
          >
            Hold the card to it
          </Button>
        )}
        {!isAsked && (
          <Button
            size="large"
            className="grow"
            disabled={isBusy || chosen === undefined || dueMinor === null}
            onClick={() => void take()}
          >
            {waiting ? "Ask the reader again" : "Ask the reader"}
            {dueMinor !== null && ` · ${shown(dueMinor, till.currency)}`}
          </Button>
        )}
        {waiting && (
          <Button
            size="large"
            variant="secondary"
            disabled={isBusy}
            onClick={() => void ask(() => actions.cancelPayment({ ...at, paymentId: waiting.id }))}
          >
            Cancel the card
          </Button>
        )}
      </div>
    </div>
  );
}

function stateOf(reader: Till["readers"][number] | undefined, isAsked: boolean): ReaderState {
  if (reader === undefined) return { is: "gone", message: "No reader is set up for this till." };
  const { label, isOnline } = reader;
  if (isAsked) return { is: "waiting", label };
  return isOnline ? { is: "ready", label } : { is: "gone", message: `${label} is switched off.` };
}
