"use client";
import type { Dispatch } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { BasketChange, TillBasket } from "./basket";
import { shown, type Till } from "./till";

type Props = { till: Till; basket: TillBasket; change: Dispatch<BasketChange> };

/** What is in the basket, the goods first. */
export function BasketLines({ till, basket: { lines, extra }, change }: Props) {
  const money = (minor: number) => shown(minor, till.currency);
  return (
    <ul className="max-h-[42dvh] divide-y divide-line overflow-y-auto">
      {lines.map(({ goods, quantity }) => (
        <li key={goods.variantId} className="flex items-center gap-3 px-4 py-2.5">
          <div className="min-w-0 grow">
            <p className="truncate text-sm font-semibold">{goods.title}</p>
            <p className="text-xs text-muted">
              {[goods.variantTitle, money(goods.priceMinor)].filter(Boolean).join(" · ")}
            </p>
          </div>
          <Stepper
            title={`${goods.title} ${goods.variantTitle}`.trim()}
            quantity={quantity}
            isMost={goods.available !== null && quantity >= goods.available}
            set={(next) => change({ do: "quantity", variantId: goods.variantId, quantity: next })}
          />
          <span className="w-18 shrink-0 text-right text-sm font-semibold tabular-nums">
            {money(goods.priceMinor * quantity)}
          </span>
        </li>
      ))}
      {extra && (
        <li className="flex items-center gap-3 px-4 py-2.5">
          <p className="min-w-0 grow truncate text-sm font-semibold">{extra.title}</p>
          <Button variant="quiet" size="icon" onClick={() => change({ do: "extra", extra: null })}>
            <Icon name="close" className="size-4" label={`Remove ${extra.title}`} />
          </Button>
          <span className="w-18 shrink-0 text-right text-sm font-semibold tabular-nums">
            {money(extra.amountMinor)}
          </span>
        </li>
      )}
    </ul>
  );
}

type StepperProps = {
  title: string;
  quantity: number;
  isMost: boolean;
  set: (quantity: number) => void;
};

function Stepper({ title, quantity, isMost, set }: StepperProps) {
  const side =
    "target inline-flex items-center justify-center rounded-md hover:bg-sunken disabled:opacity-35";
  return (
    <div className="flex shrink-0 items-center">
      <button type="button" className={side} onClick={() => set(quantity - 1)}>
        <Icon
          name={quantity === 1 ? "trash" : "minus"}
          className="size-4"
          label={`Fewer of ${title}`}
        />
      </button>
      <span className="w-6 text-center font-semibold tabular-nums">{quantity}</span>
      <button type="button" className={side} disabled={isMost} onClick={() => set(quantity + 1)}>
        <Icon name="plus" className="size-4" label={`More of ${title}`} />
      </button>
    </div>
  );
}
