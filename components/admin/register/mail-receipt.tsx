"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/inputs";
import type { PayActions } from "./actions";
import type { Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = { till: Till; hand: SaleInHand; actions: PayActions };

export function MailReceipt({ till, hand, actions }: Props) {
  const { sale, ask, isBusy } = hand;
  const [email, setEmail] = useState(sale.customer.email);
  const [sentTo, setSentTo] = useState<string | null>(null);
  async function send(event: FormEvent) {
    event.preventDefault();
    const asked = { till: till.id, orderId: sale.orderId, email };
    const after = await ask(() => actions.mailReceipt(asked));
    if (after !== null) setSentTo(email);
  }
  return (
    <form onSubmit={send} className="rounded-lg border border-line bg-surface p-4">
      <div className="flex items-end gap-2">
        <Field name="receipt-email" label="Mail the receipt to" className="grow">
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
        <Button type="submit" variant="secondary" className="min-h-12" disabled={isBusy}>
          <Icon name="mail" className="size-4.5" /> Send
        </Button>
      </div>
      <output className="block text-sm font-semibold text-good not-empty:mt-2">
        {sentTo !== null && `On its way to ${sentTo}.`}
      </output>
    </form>
  );
}
