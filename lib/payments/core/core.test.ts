import { describe, expect, it } from "vitest";
import { makePaymentOf, makeTransaction } from "@/lib/testing/payments";
import { balanced, entryForFee, entryForMovement, entryForReversal } from "./ledger";
import { orderPaymentStatus, orderStatus } from "./order-status";
import { requestHash } from "./request-hash";
import { nextLook } from "./schedule";
import { isOpen, nextStatus, transactionMachine } from "./transaction-machine";
import type { TransactionKind, TransactionStatus } from "./types";

const done = (kind: TransactionKind, amountMinor: number) =>
  makeTransaction({ kind, amountMinor, status: "succeeded" });

const hold = done("authorize", 5000);
const sale = done("purchase", 5000);

describe("the transaction machine", () => {
  const statuses: TransactionStatus[] = [
    "pending",
    "requires_action",
    "succeeded",
    "failed",
    "unknown",
  ];

  it("reaches every status from the first one", () => {
    const reached = new Set<TransactionStatus>(["pending"]);
    for (const status of reached) {
      for (const next of Object.values(transactionMachine[status])) reached.add(next);
    }
    expect([...reached].toSorted()).toEqual(statuses.toSorted());
  });

  it("never turns silence into a failure", () => {
    expect(statuses.map((status) => nextStatus(status, "lose"))).not.toContain("failed");
  });

  it("schedules a next look exactly for what is open", () => {
    for (const status of statuses) {
      expect(nextLook(status, 3, new Date()) !== null).toBe(isOpen({ status }));
    }
  });
});

describe("orderPaymentStatus", () => {
  it.each([
    { payments: [], status: "unpaid" },
    { payments: [makePaymentOf(done("authorize", 10))], status: "partially_authorized" },
    { payments: [makePaymentOf(hold)], status: "authorized" },
    { payments: [makePaymentOf(hold, done("capture", 10))], status: "partially_paid" },
    { payments: [makePaymentOf(sale)], status: "paid" },
    { payments: [makePaymentOf(sale, done("refund", 1))], status: "partially_refunded" },
    { payments: [makePaymentOf(sale, done("refund", 5000))], status: "refunded" },
    { payments: [makePaymentOf(hold, done("void", 5000))], status: "voided" },
    {
      payments: [makePaymentOf(done("purchase", 2000)), makePaymentOf(done("purchase", 3000))],
      status: "paid",
    },
    // The second payment was sent back: the order is as paid as before.
    { payments: [makePaymentOf(sale), makePaymentOf(sale, done("refund", 5000))], status: "paid" },
  ])("is $status", ({ payments, status }) => {
    expect(orderPaymentStatus(5000, payments)).toBe(status);
  });

  it("is free for an order of nothing", () => expect(orderPaymentStatus(0, [])).toBe("free"));
});

describe("orderStatus", () => {
  const placedAt = new Date();
  it.each([
    {
      promise: "waits until it is placed",
      order: { status: "incomplete", placedAt: null },
      payment: "partially_paid",
      is: "incomplete",
    },
    {
      promise: "is processed while money is only held",
      order: { status: "incomplete", placedAt },
      payment: "authorized",
      is: "processing",
    },
    {
      promise: "is complete once the money is taken",
      order: { status: "processing", placedAt },
      payment: "paid",
      is: "complete",
    },
    {
      promise: "stays complete when money goes back",
      order: { status: "complete", placedAt },
      payment: "refunded",
      is: "complete",
    },
    {
      promise: "stays cancelled",
      order: { status: "cancelled", placedAt },
      payment: "paid",
      is: "cancelled",
    },
  ] as const)("$promise", ({ order, payment, is }) => expect(orderStatus(order, payment)).toBe(is));
});

describe("the ledger", () => {
  const movement = { amountMinor: 5000, gateway: "stripe", mechanism: "automatic" } as const;

  it.each(["authorize", "purchase", "capture", "refund", "void"] as const)(
    "balances a %s",
    (kind) => {
      const { postings } = entryForMovement({ ...movement, kind });
      expect(postings.reduce((sum, { minor }) => sum + minor, 0)).toBe(0);
    },
  );

  it("ends holds at zero once they are captured and released", () => {
    const kinds = [
      ["authorize", 5000],
      ["capture", 3000],
      ["void", 2000],
    ] as const;
    const holds = kinds
      .flatMap(
        ([kind, amountMinor]) => entryForMovement({ ...movement, kind, amountMinor }).postings,
      )
      .filter(({ account }) => account === "gateway_holds");
    expect(holds.reduce((sum, { minor }) => sum + minor, 0)).toBe(0);
  });

  it("undoes a refund that came back", () => {
    const entries = [
      entryForMovement({ ...movement, kind: "refund" }),
      entryForReversal({ ...movement, kind: "refund" }),
    ];
    const refunds = entries
      .flatMap(({ postings }) => postings)
      .filter(({ account }) => account === "refunds");
    expect(refunds.reduce((sum, { minor }) => sum + minor, 0)).toBe(0);
  });

  it("keeps the fees of several captures apart", () => {
    expect([entryForFee(30, 0).kind, entryForFee(12, 1).kind]).toEqual(["fee", "fee_1"]);
  });

  it("refuses an entry that is off", () => {
    const lines = [{ account: "sales", minor: -1 }] as const;
    expect(() => balanced("purchase", [...lines])).toThrow("off by -1");
  });
});

describe("requestHash", () => {
  it("does not depend on the order of fields, nor on what is left out", () => {
    expect(requestHash({ a: 1, b: "x", c: undefined })).toBe(requestHash({ b: "x", a: 1 }));
    expect(requestHash({ a: 1 })).not.toBe(requestHash({ a: 2 }));
  });
});
