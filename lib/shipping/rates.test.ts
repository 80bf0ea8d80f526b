import { describe, expect, it } from "vitest";
import { chargeFor } from "./rates";

describe("chargeFor", () => {
  it.each([
    { promise: "costs its price", freeFrom: null, goods: 99_999, amount: 700, freeIn: null },
    { promise: "says what is missing", freeFrom: 10_000, goods: 9_999, amount: 700, freeIn: 1 },
    {
      promise: "is free from the amount on",
      freeFrom: 10_000,
      goods: 10_000,
      amount: 0,
      freeIn: null,
    },
  ])("$promise", ({ freeFrom, goods, amount, freeIn }) => {
    expect(chargeFor(700, freeFrom, goods)).toEqual({ amountMinor: amount, freeInMinor: freeIn });
  });
});
