import { describe, expect, it } from "vitest";
import type { ClientOrder } from "../queries/order-rows";
import { stateOf } from "./order-state";

type Sums = { authorized?: number; captured?: number; refunded?: number; voided?: number };

const payment = ({ authorized = 0, captured = 0, refunded = 0, voided = 0 }: Sums) => ({
  method: "authorize",
  authorizedMinor: BigInt(authorized),
  capturedMinor: BigInt(captured),
  refundedMinor: BigInt(refunded),
  voidedMinor: BigInt(voided),
  gatewayRef: null,
  transactions: [],
});

const of = (status: ClientOrder["status"], payment_: ClientOrder["payment"], ...payments: Sums[]) =>
  stateOf({
    status,
    payment: payment_,
    totalMinor: 100n,
    payments: payments.map(payment),
    isSettled: false,
  });

const said = ({ status, payment: word }: ReturnType<typeof of>) => `${status} ${word}`;

describe("an order is told in the words of the contract's table", () => {
  it.each([
    ["new", of("incomplete", "unpaid"), "incomplete unpaid"],
    [
      "held in part",
      of("incomplete", "partially_authorized", { authorized: 40 }),
      "incomplete partially_authorized",
    ],
    [
      "paid in part",
      of("incomplete", "partially_paid", { authorized: 40, captured: 40 }),
      "incomplete partially_paid",
    ],
    ["held", of("processing", "authorized", { authorized: 100 }), "processing authorized"],
    [
      "held in part and paid for the rest",
      of("processing", "partially_paid", { authorized: 40, captured: 40 }, { authorized: 60 }),
      "processing authorized",
    ],
    [
      "covered so, with a part of it given back",
      of(
        "processing",
        "partially_refunded",
        { authorized: 40, captured: 40, refunded: 1 },
        { authorized: 60 },
      ),
      "incomplete partially_paid",
    ],
    [
      "paid in part, with what was held let go",
      of(
        "processing",
        "partially_paid",
        { authorized: 40, captured: 40 },
        { authorized: 60, voided: 60 },
      ),
      "incomplete partially_paid",
    ],
    [
      "captured in part, with nothing more to be paid",
      stateOf({
        status: "processing",
        payment: "partially_paid",
        totalMinor: 100n,
        payments: [payment({ authorized: 100, captured: 40, voided: 60 })],
        isSettled: true,
      }),
      "complete paid",
    ],
    ["let go", of("processing", "voided", { authorized: 100, voided: 100 }), "incomplete unpaid"],
    ["paid", of("complete", "paid", { authorized: 100, captured: 100 }), "complete paid"],
    ["free", of("complete", "free"), "complete paid"],
    [
      "given back in part",
      of("complete", "partially_refunded", { authorized: 100, captured: 100, refunded: 1 }),
      "complete paid",
    ],
    [
      "given back",
      of("complete", "refunded", { authorized: 100, captured: 100, refunded: 100 }),
      "complete refunded",
    ],
    [
      "paid in part and given back",
      of("incomplete", "refunded", { authorized: 40, captured: 40, refunded: 40 }),
      "incomplete unpaid",
    ],
    ["cancelled before it was paid", of("cancelled", "unpaid"), "cancelled unpaid"],
    [
      "cancelled with a hold",
      of("cancelled", "authorized", { authorized: 100 }),
      "cancelled authorized",
    ],
    [
      "cancelled and given back",
      of("cancelled", "refunded", { authorized: 100, captured: 100, refunded: 100 }),
      "cancelled refunded",
    ],
  ])("%s", (_, state, words) => expect(said(state)).toBe(words));
});
