import type { Basket } from "@/lib/register/baskets";
import type { KnownCustomer } from "@/lib/register/find-customers";
import type { Goods } from "@/lib/register/goods";

/** What stands at the till. Pure rules: what a tap, a scan or a click makes of it. */
export type TillBasket = {
  lines: { goods: Goods; quantity: number }[];
  /** An amount without goods: postage, a repair. */
  extra: { title: string; amountMinor: number } | null;
  discount: { is: "none" } | { is: "percent"; percent: number } | { is: "amount"; minor: number };
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
  totalMinor: number;
};

/** Minor units of the till's currency; half a unit of a percentage goes to the shopper. */
export function basketTotals({ lines, extra, discount }: TillBasket): BasketTotals {
  const goodsMinor = lines.reduce((sum, line) => sum + line.goods.priceMinor * line.quantity, 0);
  const subtotalMinor = goodsMinor + (extra?.amountMinor ?? 0);
  const wanted =
    discount.is === "percent"
      ? Math.round((subtotalMinor * discount.percent) / 100)
      : discount.is === "amount"
        ? discount.minor
        : 0;
  const discountMinor = Math.min(wanted, subtotalMinor);
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0) + (extra ? 1 : 0);
  return { count, subtotalMinor, discountMinor, totalMinor: subtotalMinor - discountMinor };
}

/** As the server takes and parks it. */
export function toServer(basket: TillBasket): Basket {
  const { lines, extra, customer } = basket;
  return {
    lines: lines.map(({ goods, quantity }) => ({
      variantId: goods.variantId,
      quantity,
      discountMinor: 0,
    })),
    amountMinor: extra?.amountMinor ?? 0,
    title: extra?.title ?? "",
    discountMinor: basketTotals(basket).discountMinor,
    customer,
  };
}

/** A parked basket again. What is not sold any more is left out. */
export function fromServer(basket: Basket, goods: readonly Goods[]): TillBasket {
  const known = new Map(goods.map((each) => [each.variantId, each]));
  const { amountMinor, title, discountMinor, customer } = basket;
  return {
    lines: basket.lines.flatMap(({ variantId, quantity }) => {
      const found = known.get(variantId);
      const left = found ? atMost(found, quantity) : 0;
      return found && left > 0 ? [{ goods: found, quantity: left }] : [];
    }),
    extra: amountMinor > 0 ? { title: title || "Sale", amountMinor } : null,
    discount: discountMinor > 0 ? { is: "amount", minor: discountMinor } : { is: "none" },
    customer,
  };
}
