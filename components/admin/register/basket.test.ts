import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Goods } from "@/lib/register/goods";
import { basketTotals, changeBasket, emptyBasket, fromServer, toServer } from "./basket";
import type { Till } from "./till";

const mug: Goods = {
  variantId: "m",
  title: "Mug",
  variantTitle: "",
  sku: "MUG",
  barcode: null,
  imageUrl: null,
  category: "Table",
  priceMinor: 1800,
  available: 2,
};
const till: Pick<Till, "currency" | "tax"> = {
  currency: "USD",
  tax: { rates: [], included: false },
};
const add = (basket = emptyBasket, goods = mug) => changeBasket(basket, { do: "add", goods });

describe("a till's basket", () => {
  it("counts the same thing in one line, and no more of it than there are", () => {
    const basket = add(add(add()));
    expect(basket.lines).toEqual([{ goods: mug, quantity: 2 }]);
  });

  it("takes nothing that is sold out, and drops a line at zero", () => {
    expect(add(emptyBasket, { ...mug, available: 0 }).lines).toEqual([]);
    const none = changeBasket(add(), { do: "quantity", variantId: "m", quantity: 0 });
    expect(none.lines).toEqual([]);
  });

  it.each([
    { promise: "a percentage", discount: { is: "percent", percent: 10 }, takes: 180 },
    { promise: "an amount", discount: { is: "amount", minor: 500 }, takes: 500 },
    { promise: "no more than it costs", discount: { is: "amount", minor: 9999 }, takes: 1800 },
  ] as const)("takes off $promise", ({ discount, takes }) => {
    const totals = basketTotals(changeBasket(add(), { do: "discount", discount }), till);
    const totalMinor = 1800 - takes;
    const sums = { count: 1, subtotalMinor: 1800, discountMinor: takes, totalMinor };
    expect(totals).toEqual({ ...sums, taxIncluded: false, taxLines: [] });
  });

  it.each([
    { promise: "comes on top where prices are without it", included: false, totalMinor: 1944 },
    { promise: "is only told where prices have it in them", included: true, totalMinor: 1620 },
  ])("taxes what is left after the discount: $promise", ({ included, totalMinor }) => {
    const tax = { rates: [{ name: "VAT", basisPoints: 2000, onShipping: true }], included };
    const discount = { is: "percent", percent: 10 } as const;
    const basket = changeBasket(add(), { do: "discount", discount });
    const totals = basketTotals(basket, { ...till, tax });
    expect(totals).toMatchObject({ totalMinor, taxIncluded: included });
    expect(totals.taxLines).toMatchObject([{ amountMinor: included ? 270 : 324 }]);
  });

  it("is the same after it was parked", () => {
    const some = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), extra: fc.nat(9999) });
    fc.assert(
      fc.property(some, ({ quantity, extra }) => {
        const goods = { ...mug, available: null };
        const one = changeBasket(add(emptyBasket, goods), {
          do: "quantity",
          variantId: "m",
          quantity,
        });
        const basket = changeBasket(one, {
          do: "extra",
          extra: extra > 0 ? { title: "Post", amountMinor: extra } : null,
        });
        expect(fromServer(toServer(basket), [goods])).toEqual(basket);
      }),
    );
  });
});
