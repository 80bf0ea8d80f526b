"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import { money, parseMajor, toMajor } from "@/lib/money/money";
import type { PayActions } from "./actions";
import { shown, type Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = { till: Till; hand: SaleInHand; actions: PayActions };

/** Money back: to the card that paid, or out of the drawer. */
export function RefundPart({ till, hand, actions }: Props) {
  const { sale, ask, isBusy } = hand;
  const back = sale.payments.filter(({ refundableMinor }) => refundableMinor > 0);
  const [paymentId, setPayment] = useState(back[0]?.id ?? "");
  const [into, setInto] = useState<"same" | "cash">("same");
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  /** One key for one refund, until its answer came. */
  const [key, setKey] = useState(() => crypto.randomUUID());
  const payment = back.find(({ id }) => id === paymentId) ?? back[0];
  if (payment === undefined) return null;
  const most = payment.refundableMinor;
  const minor = typed === "" ? most : parseMajor(typed, till.currency);
  const isRight = minor !== null && minor > 0 && minor <= most;
  const isCash = payment.tender === "offline" || into === "cash";

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!isRight || payment === undefined) return;
    const { id } = payment;
    const asked = { till: till.id, orderId: sale.orderId, paymentId: id, amountMinor: minor };
    const after = await ask(() =>
      actions.refund({ ...asked, into: isCash ? "cash" : "same", key }),
    );
    if (after === null) return;
    setKey(crypto.randomUUID());
    setTyped("");
    const where = isCash ? "Take it from the drawer." : "Banks need a few days to show it.";
    setSaid(`${shown(minor, till.currency)} is given back. ${where}`);
  }

  return (
    <details className="rounded-lg border border-line bg-surface p-4">
      <summary className="target flex cursor-pointer items-center font-semibold">Refund</summary>
      <form onSubmit={send} className="mt-3 grid gap-3 sm:grid-cols-2">
        <Field name="refund-of" label="Of">
          {(control) => (
            <Select
              {...control}
              value={payment.id}
              onChange={(event) => setPayment(event.target.value)}
            >
              {back.map(({ id, label, refundableMinor }) => (
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
              value={isCash ? "cash" : "same"}
              disabled={payment.tender === "offline"}
              onChange={(event) => setInto(event.target.value === "cash" ? "cash" : "same")}
            >
              <option value="same">To the card</option>
              <option value="cash">In cash</option>
            </Select>
          )}
        </Field>
        <Field
          name="refund-amount"
          label={`Amount in ${till.currency}`}
          error={isRight ? undefined : `Up to ${shown(most, till.currency)}.`}
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              placeholder={toMajor(money(most, till.currency))}
              inputMode="decimal"
              autoComplete="off"
              className="tabular-nums"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="danger"
          className="min-h-12 self-end"
          disabled={!isRight || isBusy}
        >
          Give back {minor !== null && shown(minor, till.currency)}
        </Button>
      </form>
      <output className="block text-sm font-semibold text-good not-empty:mt-3">{said}</output>
    </details>
  );
}
