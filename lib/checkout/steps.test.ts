import { describe, expect, it } from "vitest";
import { detour } from "./steps";

const nothing = { detailsComplete: false, orderPlaced: false };
const details = { detailsComplete: true, orderPlaced: false };
const order = { detailsComplete: true, orderPlaced: true };

describe("detour", () => {
  it.each([
    { promise: "the first step is always open", wanted: "details", progress: nothing, to: null },
    {
      promise: "shipping needs an address",
      wanted: "shipping",
      progress: nothing,
      to: "/checkout",
    },
    { promise: "shipping opens with it", wanted: "shipping", progress: details, to: null },
    {
      promise: "payment needs an order",
      wanted: "payment",
      progress: details,
      to: "/checkout/shipping",
    },
    { promise: "payment opens with it", wanted: "payment", progress: order, to: null },
    { promise: "the way back stays open", wanted: "details", progress: order, to: null },
    {
      promise: "an address with gaps leads back from anywhere",
      wanted: "payment",
      progress: { detailsComplete: false, orderPlaced: true },
      to: "/checkout",
    },
  ] as const)("$promise", ({ wanted, progress, to }) => expect(detour(wanted, progress)).toBe(to));
});
