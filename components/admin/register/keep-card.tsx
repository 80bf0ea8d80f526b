"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { TillPayment } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import type { Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = { till: Till; hand: SaleInHand; payment: TillPayment; actions: PayActions };

/** What the shopper agrees to; it is stored beside the card with the moment. */
const consent =
  "The customer agrees that this shop keeps the card and charges it later, when they ask for it.";

/** The card at the reader, kept for the next time: only with the shopper's word. */
export function KeepCard({ till, hand, payment, actions }: Props) {
  const { sale, ask, isBusy } = hand;
  const [email, setEmail] = useState(sale.customer.email);
  const [agrees, setAgrees] = useState(false);
  const [isKept, setKept] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    const asked = { till: till.id, orderId: sale.orderId, paymentId: payment.id, email, consent };
    const after = await ask(() => actions.keepCard(asked));
    if (after !== null) setKept(true);
  }
  if (isKept) {
    return (
      <output className="block rounded-lg bg-good-soft p-4 font-semibold text-good">
        {payment.label} is on file for {email}.
      </output>
    );
  }
  return (
    <form
      onSubmit={send}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <h2 className="text-lg">Keep {payment.label} on file</h2>
      <Field name="keep-email" label="Customer’s e-mail">
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            value={email}
            autoComplete="off"
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Checkbox
        name="consent"
        label={consent}
        checked={agrees}
        onChange={(event) => setAgrees(event.target.checked)}
      />
      <Button type="submit" variant="secondary" disabled={!agrees || isBusy}>
        Keep the card
      </Button>
    </form>
  );
}
