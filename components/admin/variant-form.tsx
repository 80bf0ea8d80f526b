"use client";
import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";
import type { AmountLeft } from "./amount-left";
import { errorOf, FormMessage, typedOf } from "./form-message";

type Props = {
  variant: {
    id: string;
    sku: string;
    title: string;
    managesStock: boolean;
    stock: { onHand: number; reserved: number } | null;
    prices: (AmountLeft & { currency: string })[];
  };
  action: FormAction;
};

export function VariantForm({ variant, action }: Props) {
  const { id, sku, title, managesStock, stock, prices } = variant;
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <form action={submit} aria-label={title || sku} className="py-5 first:pt-0 last:pb-0">
      <input type="hidden" name="variantId" value={id} />
      <h3 className="mb-3 flex flex-wrap items-baseline gap-x-3">
        {title || "The only variant"}
        <span className="font-mono text-xs font-normal text-muted">{sku}</span>
      </h3>
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3 xl:grid-cols-5">
        {prices.map((price) => {
          const name = `price.${price.currency}`;
          return (
            <Field
              key={name}
              name={name}
              id={`${name}-${id}`}
              label={price.currency}
              error={errorOf(state, name)}
              required
            >
              {(control) => (
                <Input
                  {...control}
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={typedOf(state, name, price.typed)}
                  className="tabular-nums"
                />
              )}
            </Field>
          );
        })}
        {managesStock && stock && (
          <Field
            name="onHand"
            id={`onHand-${id}`}
            label="On hand"
            error={errorOf(state, "onHand")}
            required
          >
            {(control) => (
              <Input
                key={stock.onHand}
                {...control}

                inputMode="numeric"
                autoComplete="off"
                defaultValue={typedOf(state, "onHand", String(stock.onHand))}
                className="tabular-nums"
              />
            )}
          </Field>
        )}
      </div>
      {managesStock && stock && (
        <>
          <input type="hidden" name="sawOnHand" value={stock.onHand} />
          <p className="mt-2 text-sm text-muted">
            {stock.reserved} reserved, {stock.onHand - stock.reserved} to sell
          </p>
        </>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <SubmitButton variant="secondary" size="small" pendingLabel="Saving…">
          Save
        </SubmitButton>
        <FormMessage state={state} />
      </div>
    </form>
  );
}
