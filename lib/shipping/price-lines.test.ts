import { describe, expect, it } from "vitest";
import { parsePriceLines, priceLines } from "./price-lines";

describe("price lines", () => {
  it("are read in each currency's decimals, and written as they were read", () => {
    const text =
      "JPY 900; free from 15000\nKWD 2.150; from 1000: 3.000; from 5000: 4.250\nUSD 7.00";
    const prices = parsePriceLines(text, "weight");
    expect(prices).toEqual([
      { currency: "JPY", amountMinor: 900, freeFromMinor: 15_000, tiers: [] },
      {
        currency: "KWD",
        amountMinor: 2150,
        freeFromMinor: null,
        tiers: [
          { from: 1000, amountMinor: 3000 },
          { from: 5000, amountMinor: 4250 },
        ],
      },
      { currency: "USD", amountMinor: 700, freeFromMinor: null, tiers: [] },
    ]);
    expect(priceLines(prices ?? [], "weight")).toBe(text);
  });

  it("begin tiers at amounts where the goods' total counts", () => {
    const [price] = parsePriceLines("USD 7; from 50: 3.50", "total") ?? [];
    expect(price?.tiers).toEqual([{ from: 5000, amountMinor: 350 }]);
  });

  it.each([
    "7.00",
    "USD seven",
    "JPY 9.50",
    "KWD 1.234",
    "USD 7\nUSD 8",
    "USD 7; free",
    "USD 7; from 10",
    "XYZ 1",
  ])("%s is none", (text) => {
    expect(parsePriceLines(text, "total")).toBeNull();
  });

  it("have no tiers where the price is flat", () => {
    expect(parsePriceLines("USD 7; from 10: 3", "flat")).toBeNull();
  });
});
