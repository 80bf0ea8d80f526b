import { describe, expect, it } from "vitest";
import { makePayment, makeTransaction } from "@/lib/testing/payments";
import { amendablePayment, outcomeOf } from "./amendment";
import type { OrderState, PaymentState } from "./types";

const amendment = { id: "this", fromMinor: 4700, toMinor: 4300 };

type Seen = { mark: string | null; totalMinor: number; isOpen: boolean; takenMinor?: number };
const seen = ({ mark, totalMinor, isOpen, takenMinor = 0 }: Seen) => ({
  authorizedMinor: takenMinor,
  capturedMinor: takenMinor,
  page: { amendmentId: mark, totalMinor, isOpen },
});

describe("which plan holds", () => {
  it.each([
    { when: "the open form has the mark and the total", mark: "this", total: 4300, is: "applied" },
    { when: "the open form has no mark yet", mark: null, total: 4700, is: "wait" },
    { when: "the open form has an earlier mark", mark: "other", total: 4300, is: "wait" },
    {
      when: "the open form has a total that nobody asked for",
      mark: "this",
      total: 4200,
      is: "wait",
    },
  ])("while $when: $is", ({ mark, total, is }) => {
    expect(outcomeOf(amendment, seen({ mark, totalMinor: total, isOpen: true }))).toBe(is);
  });

  it.each([
    { when: "ended with the mark", mark: "this", taken: 0, is: "applied" },
    { when: "ended without it", mark: null, taken: 0, is: "dropped" },
    {
      when: "took the old total, whatever it is marked with",
      mark: "this",
      taken: 4700,
      is: "dropped",
    },
    {
      when: "took the new total, whatever it is marked with",
      mark: null,
      taken: 4300,
      is: "applied",
    },
    { when: "took neither, with the mark", mark: "this", taken: 4500, is: "applied" },
    { when: "took neither, without it", mark: null, taken: 4500, is: "dropped" },
  ])("when the form $when: $is", ({ mark, taken, is }) => {
    const form = { mark, totalMinor: 4700, isOpen: false, takenMinor: taken };
    expect(outcomeOf(amendment, seen(form))).toBe(is);
  });

  it("goes by the mark where both plans cost the same", () => {
    const same = { ...amendment, toMinor: 4700 };
    const paid = { totalMinor: 4700, isOpen: false, takenMinor: 4700 };
    expect(outcomeOf(same, seen({ ...paid, mark: "this" }))).toBe("applied");
    expect(outcomeOf(same, seen({ ...paid, mark: null }))).toBe("dropped");
  });

  it("waits where no form was seen", () => {
    const elsewhere = { authorizedMinor: 4300, capturedMinor: 4300, page: undefined };
    expect(outcomeOf(amendment, elsewhere)).toBe("wait");
  });
});

const now = new Date("2026-11-21T12:00:00Z");
const inHalfAnHour = new Date("2026-11-21T12:30:00Z");

const form = (change: Partial<PaymentState> = {}): PaymentState =>
  makePayment({
    collectedBy: "elements",
    method: "purchase",
    amountMinor: 4700,
    sessionRef: "cs_1",
    sessionExpiresAt: inHalfAnHour,
    transactions: [makeTransaction({ kind: "purchase", status: "requires_action" })],
    ...change,
  });

const orderWith = (payments: PaymentState[], change: Partial<OrderState> = {}): OrderState => ({
  id: "o",
  number: null,
  status: "incomplete",
  payment: "unpaid",
  currency: "USD",
  totalMinor: 4700,
  email: "shopper@example.com",
  locale: "en-US",
  cartId: null,
  cartVersion: null,
  placedAt: null,
  payments,
  ...change,
});

describe("a form that may be changed in place", () => {
  it("is the only one that is open, beside others that ended without money", () => {
    const ended = makePayment({
      transactions: [makeTransaction({ kind: "purchase", status: "failed" })],
    });
    const open = form();
    expect(amendablePayment(orderWith([ended, open]), now)).toBe(open);
  });

  const other = makePayment({ transactions: [makeTransaction({ status: "unknown" })] });
  it.each<{ reason: string; payments: PaymentState[]; order?: Partial<OrderState> }>([
    { reason: "there is none", payments: [] },
    { reason: "something else is in motion", payments: [form(), other] },
    { reason: "money is held", payments: [form()], order: { payment: "partially_authorized" } },
    { reason: "the order is cancelled", payments: [form()], order: { status: "cancelled" } },
    { reason: "the order is placed", payments: [form()], order: { placedAt: now } },
    { reason: "it is Stripe's own page", payments: [form({ collectedBy: "hosted" })] },
    { reason: "it is Stripe's form in our page", payments: [form({ collectedBy: "embedded" })] },
    { reason: "its creation was never answered", payments: [form({ sessionRef: null })] },
    { reason: "it asks for a part only", payments: [form({ amountMinor: 4000 })] },
    { reason: "it is about to end", payments: [form({ sessionExpiresAt: now })] },
    {
      reason: "the bank has taken it on",
      payments: [
        form({ transactions: [makeTransaction({ kind: "purchase", status: "pending" })] }),
      ],
    },
  ])("is none where $reason", ({ payments, order }) => {
    expect(amendablePayment(orderWith(payments, order), now)).toBeNull();
  });
});
