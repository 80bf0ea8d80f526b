import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type Stripe from "stripe";
import { startReceiver, startSandbox, type Receiver, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  sandbox = await startSandbox({ webhooks: [receiver.setting] });
});
afterAll(async () => {
  await sandbox.stop();
  await receiver.stop();
});
beforeEach(async () => {
  receiver.answerWith(200);
  await sandbox.control("POST", "settle", {});
  receiver.received.length = 0;
});

const advance = (seconds: number) => sandbox.control("POST", "clock", { advance: seconds });
const DAY = 86_400;

const pay = (extra: object): Promise<Stripe.PaymentIntent> =>
  sandbox.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    confirm: true,
    return_url: "http://localhost",
    ...extra,
  });

describe("time", () => {
  it("an authorization that nobody captures expires after seven days", async () => {
    const held = await pay({ payment_method: "pm_card_visa", capture_method: "manual" });
    await advance(6 * DAY);
    expect((await sandbox.stripe.paymentIntents.retrieve(held.id)).status).toBe("requires_capture");
    await advance(DAY + 1);
    const gone = await sandbox.stripe.paymentIntents.retrieve(held.id);
    expect(gone).toMatchObject({ status: "canceled", cancellation_reason: "expired" });
    const types = (await sandbox.stripe.events.list({ limit: 3 })).data.map(({ type }) => type);
    expect(types).toContain("charge.expired");
    expect(types).toContain("payment_intent.canceled");
  });

  it("a session expires after a day", async () => {
    const session = await sandbox.stripe.checkout.sessions.create({
      mode: "payment",
      success_url: "http://localhost/ok",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "usd", unit_amount: 900, product_data: { name: "Tea" } },
        },
      ],
    });
    expect(session.url).toContain(`/c/pay/${session.id}`);
    await advance(DAY + 1);
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe("expired");
  });

  it.each([
    { account: "000123456789", end: "succeeded", code: undefined },
    { account: "000222222227", end: "requires_payment_method", code: "insufficient_funds" },
    { account: "000111111113", end: "requires_payment_method", code: "account_closed" },
  ])("a bank debit of $account is processing, then $end", async ({ account, end, code }) => {
    const waiting = await pay({
      payment_method_data: {
        type: "us_bank_account",
        us_bank_account: {
          account_number: account,
          routing_number: "110000000",
          account_holder_type: "individual",
        },
        billing_details: { name: "Ada", email: "ada@example.com" },
      },
    });
    expect(waiting.status).toBe("processing");
    await advance(200);
    const after = await sandbox.stripe.paymentIntents.retrieve(waiting.id);
    expect(after.status).toBe(end);
    expect(after.last_payment_error?.code).toBe(code);
  });

  it("a refund of the pending test card succeeds later, of the failing one fails", async () => {
    for (const [card, first, then] of [
      ["pm_card_pendingRefund", "pending", "succeeded"],
      ["pm_card_refundFail", "succeeded", "failed"],
    ] as const) {
      const paid = await pay({ payment_method: card });
      const refund = await sandbox.stripe.refunds.create({ payment_intent: paid.id });
      expect(refund.status).toBe(first);
      await advance(10);
      expect((await sandbox.stripe.refunds.retrieve(refund.id)).status).toBe(then);
    }
  });

  it("a webhook that is refused comes again, with the same event id", async () => {
    receiver.answerWith(503);
    await sandbox.stripe.customers.create({ name: "Ada" });
    await receiver.atLeast(1);
    await sandbox.control("POST", "settle", {});
    receiver.answerWith(200);
    await advance(2);
    await receiver.atLeast(2);
    const [first, second] = receiver.received;
    expect(second?.event.id).toBe(first?.event.id);
  });
});
