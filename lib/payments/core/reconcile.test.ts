import { describe, expect, it } from "vitest";
import {
  authorize,
  held,
  make,
  nothing,
  payment,
  primary,
  refund,
  short,
  taken,
} from "@/lib/testing/gateway-snapshots";
import { reconcile } from "./reconcile";

describe("reconcile", () => {
  it.each([
    {
      promise: "a paid session settles what waited",
      of: payment("purchase", primary),
      seen: taken,
      gives: ["succeed"],
    },
    {
      promise: "a second look adds nothing",
      of: payment("purchase", make("purchase")),
      seen: taken,
      gives: [],
    },
    {
      promise: "lesson 57: a late failure does not undo a success",
      of: payment("purchase", make("purchase")),
      seen: { ...nothing, state: "closed" as const },
      gives: [],
    },
    {
      promise: "lesson 17: a late success of what was given up is recorded",
      of: payment("purchase", make("purchase", { status: "failed" })),
      seen: taken,
      gives: ["add purchase 5000"],
    },
    {
      promise: "lesson 3: processing is not paid",
      of: payment("purchase", primary),
      seen: { ...nothing, state: "processing" as const },
      gives: ["wait"],
    },
    {
      promise: "an expired page is given up",
      of: payment("purchase", primary),
      seen: { ...nothing, state: "closed" as const },
      gives: ["abandon"],
    },
    {
      promise: "lesson 50: another amount is paid as far as it goes, and a case",
      of: payment("purchase", primary),
      seen: { ...taken, authorizedMinor: 4000, capturedMinor: 4000 },
      gives: ["succeed", "amount_mismatch"],
    },
    {
      promise: "more than asked is never recorded as ours, and a case",
      of: payment("purchase", primary),
      seen: { ...taken, authorizedMinor: 6000, capturedMinor: 6000 },
      gives: ["succeed", "amount_mismatch"],
    },
    {
      promise: "another currency is nothing but a case",
      of: payment("purchase", primary),
      seen: { ...taken, currency: "EUR" },
      gives: ["currency_mismatch"],
    },
    {
      promise: "a capture at the dashboard is added",
      of: payment("authorize", authorize),
      seen: { ...taken, capturedMinor: 3000, releasedMinor: 2000 },
      gives: ["add capture 3000", "add void 2000"],
    },
    {
      promise: "a hold that ran out is released, and a case",
      of: payment("authorize", authorize),
      seen: { ...held, state: "closed" as const, releasedMinor: 5000, expired: true },
      gives: ["add void 5000", "authorization_expired"],
    },
    {
      promise: "a hold that was taken and cancelled before we looked",
      of: payment("authorize", make("authorize", { status: "pending" })),
      seen: { ...held, state: "closed" as const, releasedMinor: 5000 },
      gives: ["succeed", "add void 5000"],
    },
    {
      promise: "lesson 39: a refund at the dashboard is added",
      of: payment("purchase", make("purchase")),
      seen: { ...taken, refunds: [refund()] },
      gives: ["add refund 700"],
    },
    {
      promise: "lesson 37: a pending refund at the dashboard is pending here",
      of: payment("purchase", make("purchase")),
      seen: { ...taken, refunds: [refund({ status: "pending" })] },
      gives: ["add refund 700"],
    },
    {
      promise: "a refund that failed there and was never here is nothing",
      of: payment("purchase", make("purchase")),
      seen: { ...taken, refunds: [refund({ status: "failed" })] },
      gives: [],
    },
    {
      promise: "a refund on top of what was returned elsewhere is a case",
      of: payment(
        "purchase",
        make("purchase"),
        make("refund", { mechanism: "manual", amountMinor: 5000, gatewayRef: "manual" }),
      ),
      seen: { ...taken, refunds: [refund()] },
      gives: ["refunded_twice"],
    },
    {
      promise: "a refund there of what a question of ours has reserved waits for its answer",
      of: payment(
        "purchase",
        make("purchase"),
        make("refund", { status: "pending", amountMinor: 4500, gatewayRef: null }),
      ),
      seen: { ...taken, refunds: [refund()] },
      gives: [],
    },
    {
      promise: "and is written down in full when that was refused",
      of: payment("purchase", make("purchase"), make("refund", { status: "failed" })),
      seen: { ...taken, refunds: [refund()] },
      gives: ["add refund 700"],
    },
    {
      promise: "beside a question that leaves enough for it, it is written down at once",
      of: payment(
        "purchase",
        make("purchase"),
        make("refund", { status: "unknown", amountMinor: 4300, gatewayRef: null }),
      ),
      seen: { ...taken, refunds: [refund()] },
      gives: ["add refund 700"],
    },
  ])("$promise", ({ of, seen, gives }) => expect(short(reconcile(of, seen))).toEqual(gives));

  it("lesson 36: an event that overtakes our own answer settles our refund, and adds none", () => {
    const ours = make("refund", { status: "pending", amountMinor: 700, gatewayRef: null });
    const seen = { ...taken, refunds: [refund({ askedBy: ours.id })] };
    const changes = reconcile(payment("purchase", make("purchase"), ours), seen);
    expect(changes).toMatchObject([{ is: "settle", transactionId: ours.id, event: "succeed" }]);
  });

  it("a refund that the bank sent back is reversed, once, and a case", () => {
    const ours = make("refund", { amountMinor: 700, gatewayRef: "re_1" });
    const seen = { ...taken, refunds: [refund({ status: "failed" })] };
    expect(short(reconcile(payment("purchase", make("purchase"), ours), seen))).toEqual([
      "reverse",
      "refund_failed",
    ]);
    const reversed = { ...ours, status: "failed" as const };
    expect(reconcile(payment("purchase", make("purchase"), reversed), seen)).toEqual([]);
  });

  it("lesson 37: a refund that was on its way for days and failed is a case, once", () => {
    const ours = make("refund", { status: "pending", amountMinor: 700, gatewayRef: "re_1" });
    const seen = { ...taken, refunds: [refund({ status: "failed" })] };
    expect(short(reconcile(payment("purchase", make("purchase"), ours), seen))).toEqual([
      "decline",
      "refund_failed",
    ]);
    const failed = { ...ours, status: "failed" as const };
    expect(reconcile(payment("purchase", make("purchase"), failed), seen)).toEqual([]);
  });

  it("tells our capture from one of the same amount at the dashboard", () => {
    const first = make("capture", { status: "unknown", amountMinor: 2000, gatewayRef: null });
    const second = make("capture", { status: "pending", amountMinor: 2000, gatewayRef: null });
    const capturedFor = [{ transactionId: second.id, amountMinor: 2000 }];
    const seen = { ...held, capturedMinor: 2000, capturedFor };
    expect(reconcile(payment("authorize", authorize, first, second), seen)).toMatchObject([
      { transactionId: second.id, event: "succeed" },
    ]);
  });

  it("takes nothing back when it was read too early", () => {
    const capture = make("capture", { amountMinor: 2000 });
    expect(reconcile(payment("authorize", authorize, capture), held)).toEqual([]);
  });
});
