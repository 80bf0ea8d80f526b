import type { Basket } from "@/lib/register/baskets";
import type { KnownCustomer } from "@/lib/register/find-customers";
import type { Goods } from "@/lib/register/goods";
import { priceSale, type TillDiscount } from "@/lib/register/price-sale";
import type { TaxLine } from "@/lib/tax/tax";
import type { Till } from "./till";

/** What stands at the till. Pure rules: what a tap, a scan or a click makes of it. */
export type TillBasket = {
  lines: { goods: Goods; quantity: number }[];
  /** An amount without goods: postage, a repair. */
  extra: { title: string; amountMinor: number } | null;
  discount: TillDiscount;
  customer: KnownCustomer | null;
};

export const emptyBasket: TillBasket = {
  lines: [],
  extra: null,
  discount: { is: "none" },
  customer: null,
};

export type BasketChange =
  | { do: "add"; goods: Goods }
  | { do: "quantity"; variantId: string; quantity: number }
  | { do: "extra"; extra: TillBasket["extra"] }
  | { do: "discount"; discount: TillBasket["discount"] }
  | { do: "customer"; customer: KnownCustomer | null }
  | { do: "replace"; basket: TillBasket }
  | { do: "clear" };

export function changeBasket(basket: TillBasket, change: BasketChange): TillBasket {
  switch (change.do) {
    case "add":
      return { ...basket, lines: added(basket.lines, change.goods) };
    case "quantity":
      return { ...basket, lines: counted(basket.lines, change.variantId, change.quantity) };
    case "extra":
      return { ...basket, extra: change.extra };
    case "discount":
      return { ...basket, discount: change.discount };
    case "customer":
      return { ...basket, customer: change.customer };
    case "replace":
      return change.basket;
    case "clear":
      return emptyBasket;
  }
}

type Lines = TillBasket["lines"];

/** Never more than there are: the last one cannot be sold twice, so it need not be tried. */
const atMost = ({ available }: Goods, quantity: number) =>
  Math.max(0, Math.min(quantity, available ?? 9_999, 9_999));

function added(lines: Lines, goods: Goods): Lines {
  const before = lines.find((line) => line.goods.variantId === goods.variantId);
  if (before) return counted(lines, goods.variantId, before.quantity + 1);
  return atMost(goods, 1) === 0 ? lines : [...lines, { goods, quantity: 1 }];
}

function counted(lines: Lines, variantId: string, quantity: number): Lines {
  return lines.flatMap((line) => {
    if (line.goods.variantId !== variantId) return [line];
    const after = atMost(line.goods, quantity);
    return after === 0 ? [] : [{ ...line, quantity: after }];
  });
}

export type BasketTotals = {
  count: number;
  subtotalMinor: number;
  discountMinor: number;
  taxIncluded: boolean;
  taxLines: TaxLine[];
  totalMinor: number;
};

/** Minor units of the till's currency, as the server will price the sale. */
export function basketTotals(
  { lines, extra, discount }: TillBasket,
  { currency, tax }: Pick<Till, "currency" | "tax">,
): BasketTotals {
  const amounts = lines.map(({ goods, quantity }) => goods.priceMinor * quantity);
  if (extra) amounts.push(extra.amountMinor);
  const priced = priceSale({ currency, tax, discount, lines: amounts });
  const { subtotalMinor, discountMinor, taxIncluded, taxLines, totalMinor } = priced;
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0) + (extra ? 1 : 0);
  return { count, subtotalMinor, discountMinor, taxIncluded, taxLines, totalMinor };
}

/** As the server takes and parks it. */
export function toServer({ lines, ...rest }: TillBasket): Basket {
  const named = ({ goods, quantity }: TillBasket["lines"][number]) => {
    return { variantId: goods.variantId, quantity };
  };
  return { ...rest, lines: lines.map(named) };
}

/** A parked basket again. What is not sold any more is left out. */
export function fromServer({ lines, ...rest }: Basket, goods: readonly Goods[]): TillBasket {
  const known = new Map(goods.map((each) => [each.variantId, each]));
  return {
    ...rest,
    lines: lines.flatMap(({ variantId, quantity }) => {
      const found = known.get(variantId);
      const left = found ? atMost(found, quantity) : 0;
      return found && left > 0 ? [{ goods: found, quantity: left }] : [];
    }),
  };
}
