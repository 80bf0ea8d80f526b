import { describe, expect, it } from "vitest";
import { makePayment, makeTransaction } from "@/lib/testing/payments";
import { whatIsNew } from "./what-is-new";

const held = makePayment({ authorizedMinor: 5000 });
const refund = (status: "pending" | "failed") => ({
  ...held,
  transactions: [makeTransaction({ kind: "refund", status })],
});

describe("what a merchant hears after asking the gateway again", () => {
  it.each([
    {
      promise: "money that was taken at its dashboard",
      before: [held],
      after: [{ ...held, capturedMinor: 3000, voidedMinor: 2000 }],
      says: "New from the gateway: $30.00 captured, $20.00 released.",
    },
    {
      promise: "a refund that came back",
      before: [{ ...held, capturedMinor: 5000, refundedMinor: 5000 }],
      after: [{ ...held, capturedMinor: 5000, refundedMinor: 0 }],
      says: "New from the gateway: $50.00 not refunded after all.",
    },
    {
      promise: "that something failed",
      before: [refund("pending")],
      after: [refund("failed")],
      says: "New from the gateway: it did not go through.",
    },
    {
      promise: "that it is undecided",
      before: [refund("pending")],
      after: [refund("pending")],
      says: "The gateway answered, and it is still not decided. The store keeps asking.",
    },
    {
      promise: "that nothing is new",
      before: [held],
      after: [held],
      says: "The gateway answered: it knows the same as this page, so nothing has changed.",
    },
  ])("is $promise", ({ before, after, says }) => {
    expect(whatIsNew(before, after, "USD")).toBe(says);
  });
});
