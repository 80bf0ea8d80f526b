import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const pay = (payment_method: string, extra: object = {}) =>
  sandbox.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    payment_method,
    confirm: true,
    return_url: "http://localhost/return",
    ...extra,
  });

describe("payment intents", () => {
  it("a good card is charged at once, with fees booked", async () => {
    const intent = await pay("pm_card_visa", { expand: ["latest_charge.balance_transaction"] });
    expect(intent.status).toBe("succeeded");
    expect(intent.amount_received).toBe(2000);
    expect(intent.latest_charge).toMatchObject({
      object: "charge",
      paid: true,
      captured: true,
      payment_method_details: { type: "card", card: { brand: "visa", last4: "4242" } },
      balance_transaction: { fee: 88, net: 1912 },
    });
  });

  it.each([
    { card: "pm_card_visa_chargeDeclined", code: "card_declined", decline_code: "generic_decline" },
    {
      card: "pm_card_visa_chargeDeclinedInsufficientFunds",
      code: "card_declined",
      decline_code: "insufficient_funds",
    },
    {
      card: "pm_card_chargeDeclinedExpiredCard",
      code: "expired_card",
      decline_code: "expired_card",
    },
  ])("$card is refused with $decline_code", async ({ card, code, decline_code }) => {
    await expect(pay(card)).rejects.toMatchObject({
      type: "StripeCardError",
      statusCode: 402,
      code,
      decline_code,
      payment_intent: { status: "requires_payment_method" },
    });
  });

  it("a manual one is held, then captured in part; the rest is released", async () => {
    const held = await pay("pm_card_visa", { capture_method: "manual" });
    expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 2000 });
    const taken = await sandbox.stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 });
    expect(taken).toMatchObject({
      status: "succeeded",
      amount_received: 1500,
      amount_capturable: 0,
    });
    await expect(sandbox.stripe.paymentIntents.capture(held.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  it("a canceled one stays canceled", async () => {
    const held = await pay("pm_card_visa", { capture_method: "manual" });
    const canceled = await sandbox.stripe.paymentIntents.cancel(held.id, {
      cancellation_reason: "requested_by_customer",
    });
    expect(canceled).toMatchObject({
      status: "canceled",
      cancellation_reason: "requested_by_customer",
    });
    await expect(sandbox.stripe.paymentIntents.cancel(held.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  it.each([
    { outcome: "complete", status: "succeeded", redirected: "succeeded", code: undefined },
    {
      outcome: "fail",
      status: "requires_payment_method",
      redirected: "failed",
      code: "payment_intent_authentication_failure",
    },
  ])("3-D Secure: '$outcome' ends in $status", async ({ outcome, status, redirected, code }) => {
    const waiting = await pay("pm_card_authenticationRequired");
    expect(waiting.status).toBe("requires_action");
    const page = new URL(waiting.next_action?.redirect_to_url?.url ?? "");
    const answer = await sandbox.raw(page.pathname, {
      method: "POST",
      body: new URLSearchParams({ outcome }),
      redirect: "manual",
    });
    const back = new URL(answer.headers.get("location") ?? "");
    expect(back.searchParams.get("payment_intent")).toBe(waiting.id);
    expect(back.searchParams.get("redirect_status")).toBe(redirected);
    const after = await sandbox.stripe.paymentIntents.retrieve(waiting.id);
    expect(after.status).toBe(status);
    expect(after.last_payment_error?.code).toBe(code);
  });

  it("with manual confirmation the server has the last word after 3-D Secure", async () => {
    const { stripe } = sandbox;
    const waiting = await pay("pm_card_authenticationRequired", { confirmation_method: "manual" });
    const page = new URL(waiting.next_action?.redirect_to_url?.url ?? "");
    await sandbox.raw(page.pathname, {
      method: "POST",
      body: new URLSearchParams({ outcome: "complete" }),
      redirect: "manual",
    });
    const between = await stripe.paymentIntents.retrieve(waiting.id);
    expect(between.status).toBe("requires_confirmation");
    expect((await stripe.paymentIntents.confirm(waiting.id)).status).toBe("succeeded");
  });

  it("multicapture takes several parts of one hold", async () => {
    const { stripe } = sandbox;
    const held = await pay("pm_card_visa", {
      capture_method: "manual",
      payment_method_options: { card: { request_multicapture: "if_available" } },
    });
    const part = await stripe.paymentIntents.capture(held.id, {
      amount_to_capture: 500,
      final_capture: false,
    });
    expect(part).toMatchObject({
      status: "requires_capture",
      amount_capturable: 1500,
      amount_received: 500,
    });
    const rest = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 700 });
    expect(rest).toMatchObject({
      status: "succeeded",
      amount_received: 1200,
      amount_capturable: 0,
    });
    const charge = await stripe.charges.retrieve(String(rest.latest_charge));
    expect(charge).toMatchObject({ amount_captured: 1200, amount_refunded: 800, refunded: false });
  });

  it("partial refunds add up, and never exceed the charge", async () => {
    const { id } = await pay("pm_card_visa");
    const refund = (amount?: number) =>
      sandbox.stripe.refunds.create({ payment_intent: id, amount });
    await refund(500);
    await refund(700);
    await expect(refund(900)).rejects.toMatchObject({ statusCode: 400, param: "amount" });
    expect((await refund()).amount).toBe(800);
    await expect(refund()).rejects.toMatchObject({ code: "charge_already_refunded" });
    const all = await sandbox.stripe.refunds.list({ payment_intent: id });
    expect(all.data.map((entry) => entry.amount)).toEqual([800, 700, 500]);
  });
});
