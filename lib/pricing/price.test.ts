import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PromotionFacts } from "@/lib/promotions/discounts";
import { noTax } from "@/lib/tax/rates";
import { priceOrder, type Order, type PricingLine } from "./price";

const line = (totalMinor: number, change: Partial<PricingLine> = {}): PricingLine => {
  return { totalMinor, productId: "mug", categoryId: "table", isGoods: true, ...change };
};
const promotion = (change: Partial<PromotionFacts> = {}): PromotionFacts => ({
  id: "p",
  code: "TEN",
  name: "Ten percent",
  kind: "percent",
  basisPoints: 1000,
  amountMinor: null,
  currency: null,
  minimumMinor: null,
  minimumCurrency: null,
  productIds: [],
  categoryIds: [],
  combines: true,
  startsAt: null,
  endsAt: null,
  active: true,
  ...change,
});
const vat = (basisPoints: number, included: boolean) => ({
  rates: [{ name: "VAT", basisPoints, onShipping: true }],
  included,
});
const order = (change: Partial<Order> = {}): Order => ({
  currency: "EUR",
  now: new Date("2030-06-01T12:00:00Z"),
  lines: [line(10_000)],
  promotions: [],
  shippingMinor: 500,
  tax: noTax,
  ...change,
});

describe("priceOrder", () => {
  it.each([
    { promise: "adds goods and shipping", of: {}, total: 10_500, tax: 0 },
    {
      promise: "takes codes off before tax",
      of: { promotions: [promotion()], tax: vat(2000, false) },
      total: 11_400,
      tax: 1900,
    },
    {
      promise: "does not grow by tax in prices",
      of: { tax: vat(2000, true) },
      total: 10_500,
      tax: 1750,
    },
    {
      promise: "sends for nothing where a code says so",
      of: { promotions: [promotion({ kind: "free_shipping", basisPoints: null })] },
      total: 10_000,
      tax: 0,
    },
    {
      promise: "takes nothing off what is no goods",
      of: {
        lines: [line(1000), line(700, { isGoods: false })],
        promotions: [promotion()],
        shippingMinor: 0,
      },
      total: 1600,
      tax: 0,
    },
  ])("$promise", ({ of, total, tax }) => {
    expect(priceOrder(order(of))).toMatchObject({ totalMinor: total, taxMinor: tax });
  });

  it("leaves no dinar total that Stripe cannot charge", () => {
    const lines = fc.array(fc.nat(99_999), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        lines,
        fc.nat(3000),
        fc.boolean(),
        fc.nat(9999),
        (tens, points, included, off) => {
          const promotions = [promotion({ basisPoints: off + 1 })];
          const priced = priceOrder(
            order({
              currency: "KWD",
              lines: tens.map((ten) => line(ten * 10)),
              shippingMinor: 2150,
              promotions,
              tax: vat(points, included),
            }),
          );
          const { totalMinor, subtotalMinor, discountMinor, taxMinor } = priced;
          expect([totalMinor, discountMinor, taxMinor].map((minor) => minor % 10)).toEqual([
            0, 0, 0,
          ]);
          expect(totalMinor).toBe(subtotalMinor - discountMinor + 2150 + (included ? 0 : taxMinor));
        },
      ),
    );
  });

  const amounts = fc.array(fc.tuple(fc.nat(9_999_999), fc.boolean()), { maxLength: 9 });

  it("adds up, to the unit, whatever comes together", () => {
    fc.assert(
      fc.property(
        amounts,
        fc.nat(99_999),
        fc.nat(3000),
        fc.boolean(),
        fc.integer({ min: 1, max: 10_000 }),
        fc.boolean(),
        (lines, shippingMinor, points, included, off, isFree) => {
          const promotions = [promotion({ basisPoints: off })];
          if (isFree) promotions.push(promotion({ id: "f", kind: "free_shipping" }));
          const priced = priceOrder(
            order({
              lines: lines.map(([minor, isGoods]) => line(minor, { isGoods })),
              shippingMinor,
              promotions,
              tax: vat(points, included),
            }),
          );
          const { subtotalMinor, discountMinor, taxMinor, taxIncluded, totalMinor } = priced;
          const net = subtotalMinor - discountMinor + priced.shippingMinor;
          expect(totalMinor).toBe(net + (taxIncluded ? 0 : taxMinor));
          const lineSum = priced.lines.reduce((sum, each) => sum + each.totalMinor, 0);
          expect(lineSum).toBe(subtotalMinor - discountMinor);
          const lineTax = priced.lines.reduce((sum, each) => sum + each.taxMinor, 0);
          expect(lineTax).toBeLessThanOrEqual(taxMinor);
          expect(priced.lines.every((each) => each.totalMinor >= 0)).toBe(true);
        },
      ),
    );
  });
});
