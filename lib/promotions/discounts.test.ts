import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide } from "@/lib/money/divide";
import { discountsFor, type PromotionFacts } from "./discounts";

const now = new Date("2030-06-01T12:00:00Z");
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
const off = (amountMinor: number, change: Partial<PromotionFacts> = {}) =>
  promotion({ kind: "amount", basisPoints: null, amountMinor, currency: "USD", ...change });
const line = (totalMinor: number, productId = "mug", categoryId = "table") => {
  return { totalMinor, productId, categoryId };
};
const basket = (...totals: number[]) => ({
  currency: "USD",
  lines: totals.map((total) => line(total)),
  now,
});

describe("discountsFor", () => {
  it.each([
    { promise: "takes its percentage", of: [promotion()], from: [1000, 500], takes: [100, 50] },
    { promise: "rounds half a unit up", of: [promotion()], from: [5], takes: [1] },
    {
      promise: "takes its amount in proportion",
      of: [off(300)],
      from: [2000, 1000],
      takes: [200, 100],
    },
    {
      promise: "takes no more than there is",
      of: [off(9999)],
      from: [200, 100],
      takes: [200, 100],
    },
    { promise: "takes nothing from nothing", of: [promotion(), off(10)], from: [0], takes: [0] },
    {
      promise: "takes one after the other",
      of: [promotion({ basisPoints: 5000 }), promotion({ id: "q", basisPoints: 5000 })],
      from: [1000],
      takes: [750],
    },
  ])("$promise", ({ of, from, takes }) => {
    expect(discountsFor(of, basket(...from)).lineDiscounts).toEqual(takes);
  });

  it.each([
    { promise: "is switched off", change: { active: false } },
    { promise: "has not begun", change: { startsAt: new Date("2030-06-01T12:00:01Z") } },
    { promise: "is over", change: { endsAt: now } },
    { promise: "wants more goods", change: { minimumMinor: 1001, minimumCurrency: "USD" } },
    { promise: "counts in another currency", change: { minimumMinor: 1, minimumCurrency: "EUR" } },
  ])("takes nothing when it $promise", ({ change }) => {
    const { discountMinor, idle } = discountsFor([promotion(change)], basket(1000));
    expect({ discountMinor, idle: idle.length }).toEqual({ discountMinor: 0, idle: 1 });
  });

  it.each([
    { of: { productIds: ["jug"] }, takes: [0, 50, 0] },
    { of: { categoryIds: ["galley"] }, takes: [0, 0, 20] },
    { of: { productIds: ["mug"], categoryIds: ["galley"] }, takes: [100, 0, 20] },
  ])("takes only from what it is about", ({ of, takes }) => {
    const lines = [line(1000), line(500, "jug"), line(200, "pan", "galley")];
    const found = discountsFor([promotion(of)], { currency: "USD", lines, now });
    expect(found.lineDiscounts).toEqual(takes);
  });

  it("says so when nothing in the bag is what it is about", () => {
    const found = discountsFor([promotion({ productIds: ["jug"] })], basket(1000));
    expect(found.idle).toMatchObject([{ why: "no_goods" }]);
  });

  it("is used alone where it does not combine, and first come is first served", () => {
    const alone = promotion({ id: "alone", combines: false });
    const other = promotion({ id: "other" });
    expect(discountsFor([alone, other], basket(1000))).toMatchObject({
      applied: [{ id: "alone" }],
      idle: [{ id: "other", why: "alone" }],
    });
    expect(discountsFor([other, alone], basket(1000))).toMatchObject({
      applied: [{ id: "other" }],
      idle: [{ id: "alone", why: "alone" }],
    });
  });

  it("takes nothing of the goods for free shipping", () => {
    const free = promotion({ kind: "free_shipping", basisPoints: null });
    const found = discountsFor([free, promotion()], basket(1000));
    expect(found).toMatchObject({ freeShipping: true, discountMinor: 100 });
  });

  it("takes no amount of another currency", () => {
    expect(discountsFor([off(100, { currency: "EUR" })], basket(1000)).discountMinor).toBe(0);
  });
});

describe("divide", () => {
  it("loses no unit and takes from no line more than it has", () => {
    const lines = fc.array(fc.nat(99_999_999), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
        const total = weights.reduce((a, b) => a + b, 0);
        const amount = Math.floor(total * part);
        const shares = divide(amount, weights);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(amount);
        shares.forEach((share, i) => expect(share).toBeLessThanOrEqual(weights[i] ?? 0));
      }),
    );
  });
});
