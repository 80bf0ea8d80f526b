import * as fc from "fast-check";
import type { Fault } from "./flaky-gateway";

/**
 * Random histories of one order: what shoppers, merchants, the gateway's own dashboard and the network
 * do to it, in any order and at once.
 */
export type Step = {
  is:
    | "pay"
    | "pay_declined"
    | "authorize"
    | "open_checkout"
    | "change_total"
    | "open_reader"
    | "tap"
    | "tap_declined"
    | "shopper_pays"
    | "shopper_declined"
    | "late_confirm"
    | "capture"
    | "refund"
    | "mark_refunded"
    | "void"
    | "close"
    | "dashboard_refund"
    | "dashboard_capture"
    | "dashboard_cancel"
    | "look"
    | "recover"
    | "cancel_order"
    | "cash"
    | "place"
    | "gift_card"
    | "release"
    | "webhooks";
  /** Which part of what is left, in percent; above 100 asks for too much. */
  percent: number;
  fault: Fault | null;
  /** After how many statements the process dies that does it; null: it lives. */
  diesAfter: number | null;
  /** The same request twice at once, as from two tabs. */
  twice: boolean;
  /** Which of the order's payments, counted round. */
  payment: number;
};

const kinds: { arbitrary: fc.Arbitrary<Step["is"]>; weight: number }[] = [
  { weight: 3, arbitrary: fc.constantFrom("pay", "authorize", "cash") },
  { weight: 2, arbitrary: fc.constantFrom("open_checkout", "shopper_pays") },
  { weight: 2, arbitrary: fc.constantFrom("change_total", "shopper_pays") },
  { weight: 3, arbitrary: fc.constantFrom("open_reader", "tap", "tap_declined") },
  { weight: 3, arbitrary: fc.constantFrom("capture", "refund") },
  { weight: 2, arbitrary: fc.constantFrom("void", "mark_refunded", "close", "cancel_order") },
  {
    weight: 3,
    arbitrary: fc.constantFrom("dashboard_refund", "dashboard_capture", "dashboard_cancel"),
  },
  { weight: 1, arbitrary: fc.constantFrom("pay_declined", "shopper_declined", "late_confirm") },
  { weight: 3, arbitrary: fc.constantFrom("look", "recover", "webhooks", "place") },
  { weight: 2, arbitrary: fc.constantFrom("gift_card", "release") },
];

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  is: fc.oneof(...kinds),
  percent: fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 110 })),
  fault: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Fault>("refused", "dropped_after_effect", "error_500"),
    },
  ),
  diesAfter: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(20) },
  ),
  twice: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  payment: fc.nat(3),
});
