import { describe, expect, it } from "vitest";
import { makePaymentOf, makeTransaction } from "@/lib/testing/payments";
import { planCapture, planRefund, planVoid } from "./plan";
import { isCovered, isSettled, payableMinor } from "./sums";
import type { OrderState, PaymentState, TransactionKind, TransactionState } from "./types";

const done = (kind: TransactionKind, amountMinor: number) =>
  makeTransaction({ kind, amountMinor, status: "succeeded" });
const open = (kind: TransactionKind, amountMinor: number) => makeTransaction({ kind, amountMinor });

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
    {
      promise: "takes everything by default",
      payment: makePaymentOf(hold),
      ask: undefined,
      takes: 5000,
    },
    {
      promise: "takes the last unit",
      payment: makePaymentOf(hold, done("capture", 4999)),
      ask: 1,
      takes: 1,
    },
    {
      promise: "leaves what is under way",
      payment: makePaymentOf(hold, open("capture", 2000)),
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
    const payment = makePaymentOf(hold);
    const order = orderOf(total, payment, ...(others.length > 0 ? [makePaymentOf(...others)] : []));
    expect(planCapture(order, payment, command()).amountMinor).toBe(takes);
    const tooMuch = () => planCapture(order, payment, command(takes + 1));
    expect(tooMuch).toThrow(expect.objectContaining({ code: "amount_too_large" }));
  });

  it.each([
    {
      promise: "one unit too many",
      payment: makePaymentOf(hold),
      ask: 5001,
      code: "amount_too_large",
    },
    {
      promise: "when none is left",
      payment: makePaymentOf(hold, done("capture", 5000)),
      ask: undefined,
      code: "nothing_to_capture",
    },
    {
      promise: "while it is being voided",
      payment: makePaymentOf(hold, open("void", 5000)),
      ask: 1,
      code: "nothing_to_capture",
    },
    {
      promise: "zero, which is an amount",
      payment: makePaymentOf(hold),
      ask: 0,
      code: "amount_invalid",
    },
    {
      promise: "a second one where the gateway captures once",
      payment: { ...makePaymentOf(hold, open("capture", 10)), instrument: null },
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
    const payment = makePaymentOf(sale, done("refund", 1000), open("refund", 500));
    expect(planRefund(payment, command()).amountMinor).toBe(3500);
  });

  it.each([
    {
      promise: "more than was captured",
      plan: () => planRefund(makePaymentOf(sale), command(5001)),
      code: "amount_too_large",
    },
    {
      promise: "what is only held",
      plan: () => planRefund(makePaymentOf(hold), command(1)),
      code: "nothing_to_refund",
    },
    {
      promise: "a negative amount",
      plan: () => planRefund(makePaymentOf(sale), command(-1)),
      code: "amount_invalid",
    },
    {
      promise: "to void what is captured",
      plan: () => planVoid(makePaymentOf(sale), command()),
      code: "nothing_to_void",
    },
    {
      promise: "to void while a capture is under way",
      plan: () => planVoid(makePaymentOf(hold, open("capture", 1)), command()),
      code: "nothing_to_void",
    },
  ])("refuses $promise", ({ plan, code }) => {
    expect(plan).toThrow(expect.objectContaining({ code }));
  });
});

describe("what may still be paid", () => {
  const isPlaced = { placedAt: new Date() };
  const part = [done("purchase", 2000), done("refund", 2000)];
  const letGo = [done("authorize", 3000), done("void", 3000)];
  const half = [done("authorize", 5000), done("capture", 2000), done("void", 3000)];
  it.each([
    { promise: "all of it after a part went back", of: [part], placed: {}, is: 5000 },
    { promise: "nothing of a refund once it is placed", of: [[sale, done("refund", 1)]], is: 0 },
    { promise: "a hold that was let go of", of: [[done("purchase", 2000)], letGo], is: 3000 },
    { promise: "nothing that was not captured", of: [half], is: 0 },
    { promise: "nothing that is being paid", of: [[open("purchase", 5000)]], placed: {}, is: 0 },
  ])("is $promise", ({ of, placed = isPlaced, is }) => {
    const payments = of.map((one) => makePaymentOf(...one));
    expect(payableMinor({ ...orderOf(5000, ...payments), ...placed })).toBe(is);
  });

  it("covers nothing with what is on its way back", () => {
    const going = makePaymentOf(sale, open("refund", 1));
    expect(isCovered(orderOf(5000, going))).toBe(false);
    expect(isCovered(orderOf(4999, going))).toBe(true);
  });

  it("is settled when the rest was let go of, and not before", () => {
    const settled = (...made: TransactionState[]) =>
      isSettled({ ...orderOf(5000, makePaymentOf(...made)), ...isPlaced });
    expect(settled(...half)).toBe(true);
    expect(settled(done("authorize", 5000), done("capture", 2000))).toBe(false);
    expect(settled(done("authorize", 5000), done("void", 5000))).toBe(false);
  });
});
