import { describe, expect, it } from "vitest";
import { shopperState } from "./shopper-state";

const fresh = { status: "incomplete", payment: "unpaid", placedAt: null } as const;
const paid = { status: "complete", payment: "paid", placedAt: new Date() } as const;

describe("shopperState", () => {
  it.each([
    { promise: "a new order waits for money", is: "unpaid", of: { ...fresh, attempts: [] } },
    {
      promise: "an open payment page is no payment",
      is: "unpaid",
      of: { ...fresh, attempts: [{ status: "requires_action" }] },
    },
    {
      promise: "a declined card leaves it unpaid",
      is: "unpaid",
      of: { ...fresh, attempts: [{ status: "failed" }] },
    },
    {
      promise: "a part that a program has paid leaves the rest to pay",
      is: "unpaid",
      of: { ...fresh, payment: "partially_paid", attempts: [{ status: "succeeded" }] },
    },
    {
      promise: "so does a part of which some went back",
      is: "unpaid",
      of: { ...fresh, payment: "partially_refunded", attempts: [{ status: "succeeded" }] },
    },
    {
      promise: "a bank that takes its time is checked",
      is: "checking",
      of: { ...fresh, attempts: [{ status: "pending" }] },
    },
    {
      promise: "no answer is neither paid nor failed",
      is: "checking",
      of: { ...fresh, attempts: [{ status: "failed" }, { status: "unknown" }] },
    },
    { promise: "a paid order is placed", is: "placed", of: { ...paid, attempts: [] } },
    {
      promise: "a refund of a part is told",
      is: "partially_refunded",
      of: { ...paid, payment: "partially_refunded", attempts: [] },
    },
    {
      promise: "a cancelled order that was paid back is refunded",
      is: "refunded",
      of: { ...paid, status: "cancelled", payment: "refunded", attempts: [] },
    },
    {
      promise: "a cancelled order is cancelled",
      is: "cancelled",
      of: { ...fresh, status: "cancelled", attempts: [{ status: "failed" }] },
    },
  ] as const)("$promise", ({ of, is }) => expect(shopperState(of)).toBe(is));
});
