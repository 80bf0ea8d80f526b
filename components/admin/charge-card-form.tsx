"use client";
import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";
import { errorOf, FormMessage, typedOf } from "./form-message";

type Choice = { value: string; label: string };

type Props = {
  action: FormAction;
  shopperId: string;
  idempotencyKey: string;
  cards: readonly Choice[];
  /** What is charged: an order that is not paid, or a new amount in one of these currencies. */
  about:
    { is: "order"; orders: readonly Choice[] } | { is: "amount"; currencies: readonly string[] };
};

/** Charges a card whose owner is away. */
export function ChargeCardForm({ action, shopperId, idempotencyKey, cards, about }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  const id = (name: string) => `${about.is}-${name}`;
  const label = about.is === "order" ? "Charge an order" : "Charge a new amount";
  return (
    <form action={submit} aria-label={label} className="flex flex-col gap-4">
      <input type="hidden" name="shopperId" value={shopperId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <FormMessage state={state} />
      {about.is === "order" ? (
        <Field name="orderId" id={id("orderId")} label="Order" required>
          {(control) => <Select {...control}>{about.orders.map(option)}</Select>}
        </Field>
      ) : (
        <>
          <Field
            name="title"
            id={id("title")}
            label="What it is for"
            hint="The customer reads it on the receipt."
            error={errorOf(state, "title")}
            required
          >
            {(control) => (
              <Input {...control} maxLength={200} defaultValue={typedOf(state, "title")} />
            )}
          </Field>
          <div className="grid grid-cols-2 gap-4">
            <Field
              name="amount"
              id={id("amount")}
              label="Amount"
              error={errorOf(state, "amount")}
              required
            >
              {(control) => (
                <Input {...control} inputMode="decimal" defaultValue={typedOf(state, "amount")} />
              )}
            </Field>
            <Field name="currency" id={id("currency")} label="Currency" required>
              {(control) => (
                <Select {...control}>
                  {about.currencies.map((value) => option({ value, label: value }))}
                </Select>
              )}
            </Field>
          </div>
        </>
      )}
      <Field name="cardId" id={id("cardId")} label="Card" error={errorOf(state, "cardId")} required>
        {(control) => <Select {...control}>{cards.map(option)}</Select>}
      </Field>
      <SubmitButton variant="solid" pendingLabel="Charging…">
        Charge the card
      </SubmitButton>
    </form>
  );
}

function option({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
