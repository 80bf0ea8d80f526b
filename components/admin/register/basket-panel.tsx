"use client";
import type { Dispatch, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { basketTotals, type BasketChange, type TillBasket } from "./basket";
import { CustomerPart } from "./customer-part";
import { DiscountPart } from "./discount-part";
import { shown, type Till } from "./till";
import type { KnownCustomer } from "@/lib/register/find-customers";

type Props = {
  till: Till;
  basket: TillBasket;
  change: Dispatch<BasketChange>;
  findCustomers: (q: string) => Promise<KnownCustomer[]>;
  /** What stands below the totals: the way on. */
  children: ReactNode;
};

/** What is being sold, to whom, for how much. */
export function BasketPanel({ till, basket, change, findCustomers, children }: Props) {
  const { lines, extra, customer } = basket;
  const { count, subtotalMinor, discountMinor, totalMinor } = basketTotals(basket);
  const money = (minor: number) => shown(minor, till.currency);
  return (
    <section
      aria-labelledby="basket-title"
      className="flex flex-col rounded-lg border border-line bg-surface"
    >
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-3">
        <h2 id="basket-title" className="text-lg">
          Basket
        </h2>
        {count > 0 && (
          <Button variant="quiet" size="small" onClick={() => change({ do: "clear" })}>
            <Icon name="trash" className="size-4" /> Empty
          </Button>
        )}
      </div>
      {count === 0 ? (
        <p className="px-4 py-12 text-center text-muted">
          Tap goods or scan them. They gather here.
        </p>
      ) : (
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
                set={(next) =>
                  change({ do: "quantity", variantId: goods.variantId, quantity: next })
                }
              />
              <span className="w-18 shrink-0 text-right text-sm font-semibold tabular-nums">
                {money(goods.priceMinor * quantity)}
              </span>
            </li>
          ))}
          {extra && (
            <li className="flex items-center gap-3 px-4 py-2.5">
              <p className="min-w-0 grow truncate text-sm font-semibold">{extra.title}</p>
              <Button
                variant="quiet"
                size="icon"
                onClick={() => change({ do: "extra", extra: null })}
              >
                <Icon name="close" className="size-4" label={`Remove ${extra.title}`} />
              </Button>
              <span className="w-18 shrink-0 text-right text-sm font-semibold tabular-nums">
                {money(extra.amountMinor)}
              </span>
            </li>
          )}
        </ul>
      )}
      <div className="flex flex-col gap-1 border-t border-line px-4 py-3">
        <CustomerPart
          customer={customer}
          find={findCustomers}
          choose={(next) => change({ do: "customer", customer: next })}
        />
        <DiscountPart till={till} basket={basket} change={change} />
      </div>
      <dl className="flex flex-col gap-1 border-t border-line px-4 py-3 text-sm tabular-nums">
        {discountMinor > 0 && (
          <>
            <Row label="Goods" value={money(subtotalMinor)} />
            <Row label="Discount" value={`−${money(discountMinor)}`} />
          </>
        )}
        <div className="flex items-baseline justify-between text-xl font-bold">
          <dt>Total</dt>
          <dd>{money(totalMinor)}</dd>
        </div>
      </dl>
      <div className="flex flex-col gap-2 px-4 pb-4">{children}</div>
    </section>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between text-muted">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
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
