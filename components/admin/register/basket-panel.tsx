"use client";
import type { Dispatch, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { KnownCustomer } from "@/lib/register/find-customers";
import type { BasketChange, BasketTotals, TillBasket } from "./basket";
import { BasketLines } from "./basket-lines";
import { CustomerPart } from "./customer-part";
import { DiscountPart } from "./discount-part";
import { SumRow } from "./sums";
import { shown, type Till } from "./till";

type Props = {
  till: Till;
  basket: TillBasket;
  totals: BasketTotals;
  change: Dispatch<BasketChange>;
  findCustomers: (q: string) => Promise<KnownCustomer[]>;
  /** What stands below the totals: the way on. */
  children: ReactNode;
};

/** What is being sold, to whom, for how much. */
export function BasketPanel({ till, basket, totals, change, findCustomers, children }: Props) {
  return (
    <section
      aria-labelledby="basket-title"
      className="flex flex-col rounded-lg border border-line bg-surface"
    >
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-3">
        <h2 id="basket-title" className="text-lg">
          Basket
        </h2>
        {totals.count > 0 && (
          <Button variant="quiet" size="small" onClick={() => change({ do: "clear" })}>
            <Icon name="trash" className="size-4" /> Empty
          </Button>
        )}
      </div>
      {totals.count === 0 ? (
        <p className="px-4 py-12 text-center text-muted">
          Tap goods or scan them. They gather here.
        </p>
      ) : (
        <BasketLines till={till} basket={basket} change={change} />
      )}
      <div className="flex flex-col gap-1 border-t border-line px-4 py-3">
        <CustomerPart
          customer={basket.customer}
          find={findCustomers}
          choose={(next) => change({ do: "customer", customer: next })}
        />
        <DiscountPart till={till} basket={basket} change={change} />
      </div>
      <Sums till={till} totals={totals} />
      <div className="flex flex-col gap-2 px-4 pb-4">{children}</div>
    </section>
  );
}

function Sums({ till, totals }: Pick<Props, "till" | "totals">) {
  const { subtotalMinor, discountMinor, taxLines, taxIncluded, totalMinor } = totals;
  const money = (minor: number) => shown(minor, till.currency);
  const taxes = taxLines.filter(({ amountMinor }) => amountMinor > 0);
  return (
    <dl className="flex flex-col gap-1 border-t border-line px-4 py-3 text-sm text-muted tabular-nums">
      {(discountMinor > 0 || taxes.length > 0) && (
        <SumRow label="Goods" value={money(subtotalMinor)} />
      )}
      {discountMinor > 0 && <SumRow label="Discount" value={`−${money(discountMinor)}`} />}
      {taxes.map(({ name, amountMinor }) => (
        <SumRow
          key={name}
          label={taxIncluded ? `${name}, in the prices` : name}
          value={money(amountMinor)}
        />
      ))}
      <div className="flex items-baseline justify-between text-xl font-bold text-ink">
        <dt>Total</dt>
        <dd>{money(totalMinor)}</dd>
      </div>
    </dl>
  );
}
