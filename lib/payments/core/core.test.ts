import { describe, expect, it } from "vitest";
import { makePayment, makeTransaction } from "@/lib/testing/payments";
import { balanced, entryForFee, entryForMovement, entryForReversal } from "./ledger";
import { orderPaymentStatus, orderStatus } from "./order-status";
import { planCapture, planRefund, planVoid } from "./plan";
import { requestHash } from "./request-hash";
import { nextLook } from "./schedule";
import { isOpen, nextStatus, transactionMachine } from "./transaction-machine";
import type {
  OrderState,
  PaymentState,
  TransactionKind,
  TransactionState,
  TransactionStatus,
} from "./types";

const done = (kind: TransactionKind, amountMinor: number) =>
  makeTransaction({ kind, amountMinor, status: "succeeded" });
const open = (kind: TransactionKind, amountMinor: number) => makeTransaction({ kind, amountMinor });

function holding(...transactions: TransactionState[]): PaymentState {
  const sum = (...kinds: TransactionKind[]) =>
    transactions
      .filter(({ kind, status }) => status === "succeeded" && kinds.includes(kind))
      .reduce((total, { amountMinor }) => total + amountMinor, 0);
  return makePayment({
    transactions,
    authorizedMinor: sum("authorize", "purchase"),
    capturedMinor: sum("capture", "purchase"),
    refundedMinor: sum("refund"),
    voidedMinor: sum("void"),
    instrument: { kind: "card", brand: "visa", last4: "4242", multicapture: true },
  });
}

/** An order of so much, with the payments that it has. */
const orderOf = (totalMinor: number, ...payments: PaymentState[]): OrderState => ({
  id: "o",
  number: null,
  status: "processing",
  payment: "authorized",
  currency: "USD",
  totalMinor,
  email: "shopper@example.com",
  locale: "en-US",
  cartId: null,
  cartVersion: null,
  placedAt: null,
  payments,
});

const command = (amountMinor?: number) => ({ paymentId: "p", actor: "merchant:test", amountMinor });
const hold = done("authorize", 5000);
const sale = done("purchase", 5000);

describe("planCapture", () => {
  it.each([
    { promise: "takes everything by default", payment: holding(hold), ask: undefined, takes: 5000 },
    {
      promise: "takes the last unit",
      payment: holding(hold, done("capture", 4999)),
      ask: 1,
      takes: 1,
    },
    {
      promise: "leaves what is under way",
      payment: holding(hold, open("capture", 2000)),
      ask: undefined,
      takes: 3000,
    },
  ])("$promise", ({ payment, ask, takes }) => {
    const order = orderOf(5000, payment);
    expect(planCapture(order, payment, command(ask)).amountMinor).toBe(takes);
  });

  it.each([
    { promise: "lesson 28: less when the total was lowered", total: 3000, others: [], takes: 3000 },
    {
      promise: "what the order still needs beside another payment",
      total: 6000,
      others: [done("purchase", 2000)],
      takes: 4000,
    },
    {
      promise: "nothing of what another capture is taking",
      total: 6000,
      others: [done("authorize", 2000), open("capture", 2000)],
      takes: 4000,
    },
    {
      promise: "all of it when the other payment went back",
      total: 5000,
      others: [sale, done("refund", 5000)],
      takes: 5000,
    },
  ])("takes $promise", ({ total, others, takes }) => {
    const payment = holding(hold);
    const order = orderOf(total, payment, ...(others.length > 0 ? [holding(...others)] : []));
    expect(planCapture(order, payment, command()).amountMinor).toBe(takes);
    const tooMuch = () => planCapture(order, payment, command(takes + 1));
    expect(tooMuch).toThrow(expect.objectContaining({ code: "amount_too_large" }));
  });

  it.each([
    { promise: "one unit too many", payment: holding(hold), ask: 5001, code: "amount_too_large" },
    {
      promise: "when none is left",
      payment: holding(hold, done("capture", 5000)),
      ask: undefined,
      code: "nothing_to_capture",
    },
    {
      promise: "while it is being voided",
      payment: holding(hold, open("void", 5000)),
      ask: 1,
      code: "nothing_to_capture",
    },
    { promise: "zero, which is an amount", payment: holding(hold), ask: 0, code: "amount_invalid" },
    {
      promise: "a second one where the gateway captures once",
      payment: { ...holding(hold, open("capture", 10)), instrument: null },
      ask: 1,
      code: "nothing_to_capture",
    },
  ])("refuses $promise", ({ payment, ask, code }) => {
    const plan = () => planCapture(orderOf(5000, payment), payment, command(ask));
    expect(plan).toThrow(expect.objectContaining({ code }));
  });
});

describe("planRefund and planVoid", () => {
  it("lesson 42: what can be refunded is captured − refunded, and nothing else", () => {
    const payment = holding(sale, done("refund", 1000), open("refund", 500));
    expect(planRefund(payment, command()).amountMinor).toBe(3500);
  });

  it.each([
    {
      promise: "more than was captured",
      plan: () => planRefund(holding(sale), command(5001)),
      code: "amount_too_large",
    },
    {
      promise: "what is only held",
      plan: () => planRefund(holding(hold), command(1)),
      code: "nothing_to_refund",
    },
    {
      promise: "a negative amount",
      plan: () => planRefund(holding(sale), command(-1)),
      code: "amount_invalid",
    },
    {
      promise: "to void what is captured",
      plan: () => planVoid(holding(sale), command()),
      code: "nothing_to_void",
    },
    {
      promise: "to void while a capture is under way",
      plan: () => planVoid(holding(hold, open("capture", 1)), command()),
      code: "nothing_to_void",
    },
  ])("refuses $promise", ({ plan, code }) => {
    expect(plan).toThrow(expect.objectContaining({ code }));
  });
});

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
    { payments: [holding(done("authorize", 10))], status: "partially_authorized" },
    { payments: [holding(hold)], status: "authorized" },
    { payments: [holding(hold, done("capture", 10))], status: "partially_paid" },
    { payments: [holding(sale)], status: "paid" },
    { payments: [holding(sale, done("refund", 1))], status: "partially_refunded" },
    { payments: [holding(sale, done("refund", 5000))], status: "refunded" },
    { payments: [holding(hold, done("void", 5000))], status: "voided" },
    {
      payments: [holding(done("purchase", 2000)), holding(done("purchase", 3000))],
      status: "paid",
    },
    // The second payment was sent back: the order is as paid as before.
    { payments: [holding(sale), holding(sale, done("refund", 5000))], status: "paid" },
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
