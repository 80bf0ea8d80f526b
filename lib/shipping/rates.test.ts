import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chargeFor } from "./charge";
import { zonesOf } from "./zones";

const flat = { basis: "flat", amountMinor: 700, freeFromMinor: null, tiers: [] } as const;
const tiers = [
  { from: 1000, amountMinor: 900 },
  { from: 5000, amountMinor: 1500 },
];
const parcel = (goodsMinor: number, weightGrams = 0) => ({ goodsMinor, weightGrams });

describe("chargeFor", () => {
  it.each([
    { promise: "costs its price", freeFrom: null, goods: 99_999, amount: 700, freeIn: null },
    { promise: "says what is missing", freeFrom: 10_000, goods: 9_999, amount: 700, freeIn: 1 },
    { promise: "is free from it on", freeFrom: 10_000, goods: 10_000, amount: 0, freeIn: null },
  ])("$promise", ({ freeFrom, goods, amount, freeIn }) => {
    const charge = chargeFor({ ...flat, freeFromMinor: freeFrom }, parcel(goods));
    expect(charge).toEqual({ amountMinor: amount, freeInMinor: freeIn });
  });

  it.each([
    { basis: "weight", goods: 0, grams: 999, amount: 700 },
    { basis: "weight", goods: 99_999, grams: 1000, amount: 900 },
    { basis: "weight", goods: 0, grams: 5001, amount: 1500 },
    { basis: "total", goods: 4999, grams: 99_999, amount: 900 },
    { basis: "flat", goods: 9999, grams: 99_999, amount: 700 },
  ] as const)("by $basis, $goods and $grams g cost $amount", ({ basis, goods, grams, amount }) => {
    const charge = chargeFor({ ...flat, basis, tiers }, parcel(goods, grams));
    expect(charge.amountMinor).toBe(amount);
  });

  it("does not depend on the order in which tiers were written", () => {
    fc.assert(
      fc.property(fc.nat(9999), (grams) => {
        const price = { ...flat, basis: "weight", tiers } as const;
        const turned = { ...price, tiers: tiers.toReversed() };
        expect(chargeFor(turned, parcel(0, grams))).toEqual(chargeFor(price, parcel(0, grams)));
      }),
    );
  });
});

describe("zonesOf", () => {
  const zones = [
    { id: "us", countries: ["US"], regions: [] },
    { id: "far", countries: [], regions: ["US-AK", "US-HI"] },
    { id: "world", countries: [], regions: [] },
  ];
  it.each([
    { country: "US", region: "CA", zone: "us" },
    { country: "US", region: "ak", zone: "far" },
    { country: "DE", region: "", zone: "world" },
  ])("$country $region is in $zone", ({ zone, ...place }) => {
    expect([...zonesOf(zones, place)]).toEqual([zone]);
  });

  it("is nowhere where no zone leads", () => {
    expect(
      zonesOf([{ id: "us", countries: ["US"], regions: [] }], { country: "DE", region: "" }).size,
    ).toBe(0);
  });
});
