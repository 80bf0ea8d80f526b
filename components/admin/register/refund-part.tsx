"use client";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { PayActions } from "./actions";
import { MoneyInput } from "./money-input";
import { shown, type Till } from "./till";
import { useRefund } from "./use-refund";
import type { SaleInHand } from "./use-sale";

type Props = { till: Till; hand: SaleInHand; actions: PayActions };

/** Money back: to the card that paid, or out of the drawer. */
export function RefundPart({ till, hand, actions }: Props) {
  const refund = useRefund({ till, hand, actions });
  const { payment, amountMinor, mostMinor, typed, setTyped } = refund;
  if (payment === undefined) {
    return <output className="block text-sm font-semibold text-good">{refund.said}</output>;
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    void refund.send();
  };
  const most = shown(mostMinor, till.currency);
  return (
    <details className="rounded-lg border border-line bg-surface p-4">
      <summary className="target flex cursor-pointer items-center font-semibold">Refund</summary>
      <form onSubmit={send} className="mt-3 grid gap-3 sm:grid-cols-2">
        <WhatAndWhere till={till} refund={refund} />
        <Field
          name="refund-amount"
          label={`Amount in ${till.currency}`}
          error={amountMinor === null ? `Up to ${most}.` : undefined}
        >
          {(control) => (
            <MoneyInput
              {...control}
              {...{ typed, setTyped }}
              currency={till.currency}
              otherwiseMinor={mostMinor}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="danger"
          className="min-h-12 self-end"
          disabled={amountMinor === null || hand.isBusy}
        >
          Give back {amountMinor !== null && shown(amountMinor, till.currency)}
        </Button>
      </form>
      <output className="block text-sm font-semibold text-good not-empty:mt-3">
        {refund.said}
      </output>
    </details>
  );
}

type ChoicesProps = { till: Till; refund: ReturnType<typeof useRefund> };

function WhatAndWhere({ till, refund }: ChoicesProps) {
  const { refundable, payment, setPayment, into, setInto } = refund;
  return (
    <>
      <Field name="refund-of" label="Of">
        {(control) => (
          <Select
            {...control}
            value={payment?.id}
            onChange={(event) => setPayment(event.target.value)}
          >
            {refundable.map(({ id, label, refundableMinor }) => (
              <option key={id} value={id}>
                {label}, {shown(refundableMinor, till.currency)} left
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="refund-into" label="Given back">
        {(control) => (
          <Select
            {...control}
            value={into}
            disabled={payment?.tender === "offline"}
            onChange={(event) => setInto(event.target.value === "cash" ? "cash" : "same")}
          >
            <option value="same">To the card</option>
            <option value="cash">In cash</option>
          </Select>
        )}
      </Field>
    </>
  );
}
