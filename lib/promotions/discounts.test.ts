import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountsFor, divide, type PromotionFacts } from "./discounts";

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
  startsAt: null,
  endsAt: null,
  active: true,
  ...change,
});
const off = (amountMinor: number, change: Partial<PromotionFacts> = {}) =>
  promotion({ kind: "amount", basisPoints: null, amountMinor, currency: "USD", ...change });
const basket = (...lineTotals: number[]) => ({ currency: "USD", lineTotals, now });

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
