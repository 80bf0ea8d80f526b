import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startReceiver, startSandbox, type Receiver, type TestSandbox } from "./testing";

const CONNECTED = "acct_sandbox_connected";

let sandbox: TestSandbox;
let own: Receiver;
let connect: Receiver;
beforeAll(async () => {
  own = await startReceiver();
  connect = await startReceiver("whsec_connect");
  const webhooks = [own.setting, { ...connect.setting, connect: true }];
  sandbox = await startSandbox({ webhooks });
});
afterAll(async () => {
  await sandbox.stop();
  await own.stop();
  await connect.stop();
});

const expanded = (charge: Stripe.PaymentIntent["latest_charge"]) => {
  if (typeof charge === "string" || charge === null) throw new Error("not expanded");
  return charge;
};

describe("terminal", () => {
  const intent = (extra: object = {}) =>
    sandbox.stripe.paymentIntents.create({
      amount: 1299,
      currency: "usd",
      allowed_payment_method_types: ["card_present"],
      capture_method: "manual",
      ...extra,
    });
  const reader = async () => {
    const { stripe } = sandbox;
    return stripe.terminal.readers.create({ registration_code: "simulated-wpe" });
  };

  it("a presented card is held, captured, and leaves a card for later", async () => {
    const { stripe } = sandbox;
    const till = await reader();
    const { id } = await intent();
    const busy = await stripe.terminal.readers.processPaymentIntent(till.id, {
      payment_intent: id,
    });
    expect(busy.action).toMatchObject({ type: "process_payment_intent", status: "in_progress" });
    const done = await stripe.testHelpers.terminal.readers.presentPaymentMethod(till.id);
    expect(done.action?.status).toBe("succeeded");
    const held = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
    expect(held.status).toBe("requires_capture");
    const present = expanded(held.latest_charge).payment_method_details?.card_present;
    const customer = await stripe.customers.create({ name: "Ada" });
    const kept = await stripe.paymentMethods.attach(present?.generated_card ?? "", {
      customer: customer.id,
    });
    expect(kept).toMatchObject({ type: "card", card: { last4: "4242" }, customer: customer.id });
    expect((await stripe.paymentIntents.capture(id)).status).toBe("succeeded");
    const again = await stripe.paymentIntents.create({
      amount: 500,
      currency: "usd",
      customer: customer.id,
      payment_method: kept.id,
      off_session: true,
      confirm: true,
    });
    expect(again.status).toBe("succeeded");
  });

  it("a refused card fails the action and leaves the intent to be tried again", async () => {
    const { stripe } = sandbox;
    const till = await reader();
    const { id } = await intent();
    await stripe.terminal.readers.processPaymentIntent(till.id, { payment_intent: id });
    const failed = await stripe.testHelpers.terminal.readers.presentPaymentMethod(till.id, {
      type: "card_present",
      card_present: { number: "4000000000000002" },
    });
    expect(failed.action).toMatchObject({ status: "failed", failure_code: "card_declined" });
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe("requires_payment_method");
  });

  it("a busy reader refuses a second payment", async () => {
    const { stripe } = sandbox;
    const till = await reader();
    const first = await intent();
    await stripe.terminal.readers.processPaymentIntent(till.id, { payment_intent: first.id });
    const second = await intent();
    await expect(
      stripe.terminal.readers.processPaymentIntent(till.id, { payment_intent: second.id }),
    ).rejects.toMatchObject({ code: "terminal_reader_busy" });
    await stripe.terminal.readers.cancelAction(till.id);
  });

  it("with a customer and setup_future_usage the generated card is the customer's", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create({});
    const till = await reader();
    const { id } = await intent({ customer: customer.id, setup_future_usage: "off_session" });
    await stripe.terminal.readers.processPaymentIntent(till.id, { payment_intent: id });
    await stripe.testHelpers.terminal.readers.presentPaymentMethod(till.id);
    const cards = await stripe.customers.listPaymentMethods(customer.id);
    expect(cards.data).toHaveLength(1);
    expect(cards.data[0]?.type).toBe("card");
  });
});

describe("connected accounts", () => {
  const on = { stripeAccount: CONNECTED };
  const payment = {
    amount: 10_000,
    currency: "usd",
    payment_method: "pm_card_visa",
    confirm: true,
    return_url: "http://localhost",
  };

  it("own their direct charges: the platform does not see them, and gets its fee", async () => {
    const { stripe } = sandbox;
    connect.received.length = 0;
    const direct = await stripe.paymentIntents.create(
      { ...payment, application_fee_amount: 123 },
      on,
    );
    expect(direct.status).toBe("succeeded");
    await expect(stripe.paymentIntents.retrieve(direct.id)).rejects.toMatchObject({
      code: "resource_missing",
    });
    const fees = await stripe.applicationFees.list();
    expect(fees.data[0]).toMatchObject({ amount: 123, account: CONNECTED });
    await connect.atLeast(3);
    const event = JSON.parse(connect.received[0]?.payload ?? "{}");
    expect(event.account).toBe(CONNECTED);
    expect(own.received.every((entry) => JSON.parse(entry.payload).account === undefined)).toBe(
      true,
    );
  });

  it("get their share of a destination charge", async () => {
    const { stripe } = sandbox;
    const shared = await stripe.paymentIntents.create({
      ...payment,
      application_fee_amount: 1000,
      transfer_data: { destination: CONNECTED },
      expand: ["latest_charge.transfer"],
    });
    const charge = expanded(shared.latest_charge);
    expect(charge.transfer).toMatchObject({ amount: 10_000, destination: CONNECTED });
    const fee = await stripe.applicationFees.retrieve(String(charge.application_fee));
    expect(fee).toMatchObject({ amount: 1000, account: CONNECTED });
    const { data } = await stripe.balanceTransactions.list({ source: charge.id }, on);
    expect(data).toMatchObject([{ amount: 10_000, fee: 1000, net: 9000 }]);
  });

  it("give back their part of a refund, and get their part of the fee, when that is asked", async () => {
    const { stripe } = sandbox;
    const shared = await stripe.paymentIntents.create({
      ...payment,
      application_fee_amount: 1000,
      transfer_data: { destination: CONNECTED },
    });
    const kept = await stripe.refunds.create({ payment_intent: shared.id, amount: 2000 });
    expect(kept.transfer_reversal).toBeNull();
    const refund = await stripe.refunds.create({
      payment_intent: shared.id,
      amount: 5000,
      reverse_transfer: true,
      refund_application_fee: true,
      expand: ["transfer_reversal.transfer", "charge.application_fee"],
    });
    expect(refund.transfer_reversal).toMatchObject({
      amount: 5000,
      source_refund: refund.id,
      transfer: { amount_reversed: 5000, reversed: false },
    });
    expect(refund.charge).toMatchObject({ application_fee: { amount_refunded: 500 } });
  });

  it("cannot give back what they never got", async () => {
    const paid = await sandbox.stripe.paymentIntents.create(payment);
    const asked = { payment_intent: paid.id, reverse_transfer: true } as const;
    await expect(sandbox.stripe.refunds.create(asked)).rejects.toMatchObject({
      statusCode: 400,
      param: "reverse_transfer",
    });
    const after = await sandbox.stripe.refunds.list({ payment_intent: paid.id });
    expect(after.data).toEqual([]);
  });

  it("that nobody knows are refused", async () => {
    await expect(
      sandbox.stripe.customers.list({}, { stripeAccount: "acct_nobody" }),
    ).rejects.toMatchObject({ type: "StripePermissionError", code: "account_invalid" });
  });
});
