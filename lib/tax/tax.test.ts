import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentage, taxOf, type TaxRateFacts } from "./tax";

const rate = (basisPoints: number, change: Partial<TaxRateFacts> = {}): TaxRateFacts => {
  return { name: "VAT", basisPoints, onShipping: true, ...change };
};
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe("taxOf", () => {
  it("finds the tax that prices have in them", () => {
    const taxed = taxOf([rate(1900)], { lines: [11_900], shippingMinor: 595 }, true);
    expect(taxed).toEqual({
      lineTaxes: [1900],
      shippingTaxMinor: 95,
      taxMinor: 1995,
      taxLines: [{ name: "VAT", basisPoints: 1900, baseMinor: 10_500, amountMinor: 1995 }],
    });
  });

  it("adds the tax of a country and of its region, each of the net amount", () => {
    const rates = [rate(500, { name: "GST" }), rate(700, { name: "PST", onShipping: false })];
    const taxed = taxOf(rates, { lines: [10_000], shippingMinor: 1000 }, false);
    expect(taxed.taxLines).toEqual([
      { name: "GST", basisPoints: 500, baseMinor: 11_000, amountMinor: 550 },
      { name: "PST", basisPoints: 700, baseMinor: 10_000, amountMinor: 700 },
    ]);
    expect(taxed.taxMinor).toBe(1250);
  });

  it("says that nothing is due where a rate is zero", () => {
    const taxed = taxOf([rate(0)], { lines: [500], shippingMinor: 0 }, true);
    expect(taxed.taxLines).toMatchObject([{ amountMinor: 0, baseMinor: 500 }]);
    expect(taxed.lineTaxes).toEqual([0]);
  });

  it("divides three equal lines without losing the last unit", () => {
    const taxed = taxOf([rate(1000)], { lines: [333, 333, 334], shippingMinor: 0 }, false);
    expect(taxed.lineTaxes).toEqual([33, 33, 34]);
  });

  const amounts = fc.array(fc.nat(9_999_999), { minLength: 1, maxLength: 9 });
  const rates = fc.array(fc.nat(3000), { maxLength: 3 });

  it("lesson 41: lines and rates each add up to the tax, which is never more than is paid", () => {
    fc.assert(
      fc.property(amounts, fc.nat(99_999), rates, fc.boolean(), (lines, shipping, of, included) => {
        const facts = of.map((basisPoints) => rate(basisPoints));
        const taxed = taxOf(facts, { lines, shippingMinor: shipping }, included);
        expect(sum(taxed.lineTaxes) + taxed.shippingTaxMinor).toBe(taxed.taxMinor);
        expect(sum(taxed.taxLines.map(({ amountMinor }) => amountMinor))).toBe(taxed.taxMinor);
        taxed.lineTaxes.forEach((tax, at) => {
          expect(tax).toBeGreaterThanOrEqual(0);
          expect(tax).toBeLessThanOrEqual(lines[at] ?? 0);
        });
      }),
    );
  });

  it("takes out of a price what it would have put on top of the net one, to the unit", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.integer({ min: 0, max: 3000 }), (net, basisPoints) => {
        const on = taxOf([rate(basisPoints)], { lines: [net], shippingMinor: 0 }, false).taxMinor;
        const gross = { lines: [net + on], shippingMinor: 0 };
        const out = taxOf([rate(basisPoints)], gross, true).taxMinor;
        expect(Math.abs(out - on)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("percentage", () => {
  it.each([
    { basisPoints: 1900, locale: "de-DE", text: "19 %" },
    { basisPoints: 2000, locale: "en-GB", text: "20%" },
    { basisPoints: 725, locale: "en-US", text: "7.25%" },
    { basisPoints: 0, locale: "en-US", text: "0%" },
  ])("is $text in $locale", ({ basisPoints, locale, text }) => {
    expect(percentage(basisPoints, locale).replace(/\s/g, " ")).toBe(text);
  });
});
