import { describe, expect, it } from "vitest";
import { sum } from "@/lib/money/divide";
import { adjust, type AdjustableLine } from "./adjust";
import { noExtras, type CustomDiscount, type TaxItem } from "./schema";

const line = (id: string, totalMinor: number, includesTax = true): AdjustableLine => ({
  id,
  totalMinor,
  includesTax,
});
const tax = (itemId: string, change: Partial<TaxItem> = {}): TaxItem => ({
  id: `tax-${itemId}`,
  itemId,
  name: "VAT",
  jurisdiction: "UK",
  code: "VAT",
  rate: 0.2,
  amountMinor: null,
  ...change,
});
const discount = (amountMinor: number, itemId: string | null = null): CustomDiscount => ({
  id: `discount-${amountMinor}`,
  itemId,
  externalId: "1",
  engine: "ours",
  description: "",
  code: "OURS",
  amountMinor,
});

describe("taxes of a program", () => {
  it.each([
    { promise: "are told of a price that has them in it", of: 1200, included: true, is: 200 },
    { promise: "come on top of a price that has not", of: 1000, included: false, is: 200 },
    { promise: "are rounded for the line", of: 1003, included: false, is: 201 },
    { promise: "of nothing are nothing", of: 0, included: false, is: 0 },
  ])("$promise", ({ of, included, is }) => {
    const adjusted = adjust([line("a", of, included)], { ...noExtras, taxes: [tax("a")] });
    expect(adjusted).toMatchObject({ taxMinor: is, addedTaxMinor: included ? 0 : is });
  });

  it("may be amounts, and are never more than a price that has them in it", () => {
    const taxes = [tax("a", { rate: null, amountMinor: 5_000 })];
    expect(adjust([line("a", 1000)], { ...noExtras, taxes }).taxMinor).toBe(1000);
    expect(adjust([line("a", 1000, false)], { ...noExtras, taxes }).addedTaxMinor).toBe(5000);
  });

  it("are counted after discounts", () => {
    const extras = { ...noExtras, taxes: [tax("a")], discounts: [discount(500)] };
    expect(adjust([line("a", 1000, false)], extras).taxMinor).toBe(100);
  });
});

describe("discounts of a program", () => {
  it("of the whole cart are divided without losing a unit", () => {
    const lines = [line("a", 1000), line("b", 1000), line("c", 1000)];
    const adjusted = adjust(lines, { ...noExtras, discounts: [discount(100)] });
    const shares = adjusted.lines.map(({ customDiscountMinor }) => customDiscountMinor);
    expect(sum(shares)).toBe(100);
    expect(shares.toSorted()).toEqual([33, 33, 34]);
  });

  it("take no more than there is, of one item nothing from another", () => {
    const extras = { ...noExtras, discounts: [discount(700, "a"), discount(9_999)] };
    const adjusted = adjust([line("a", 500), line("b", 300)], extras);
    expect(adjusted.discounts.map(({ takenMinor }) => takenMinor)).toEqual([500, 300]);
    expect(adjusted.customDiscountMinor).toBe(800);
  });

  it("of an item that is gone take nothing", () => {
    const extras = { ...noExtras, discounts: [discount(700, "gone")] };
    expect(adjust([line("a", 500)], extras).customDiscountMinor).toBe(0);
  });
});
