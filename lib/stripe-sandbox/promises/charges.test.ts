import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "../testing";

/** The oldest way to pay, as other stand-ins for Stripe and its own reference show it. */
let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  ({ stripe } = sandbox);
});
afterAll(() => sandbox.stop());

const charge = (params: Partial<Stripe.ChargeCreateParams>) =>
  stripe.charges.create({ amount: 2500, currency: "usd", ...params });

describe("charges", () => {
  it("take a token, the customer's default card, or another card of theirs", async () => {
    const once = await charge({ source: "tok_visa", metadata: { a: "1" }, description: "Mug" });
    expect(once).toMatchObject({
      captured: true,
      status: "succeeded",
      description: "Mug",
      source: { object: "card", last4: "4242" },
      payment_method_details: { type: "card" },
    });
    const { id: customer } = await stripe.customers.create({ source: "tok_mastercard" });
    expect(await charge({ customer })).toMatchObject({ source: { brand: "MasterCard" } });
    const other = await stripe.customers.createSource(customer, { source: "tok_visa" });
    expect(await charge({ customer, source: other.id })).toMatchObject({
      payment_method: other.id,
      source: { id: other.id },
    });
  });

  it("refuse what they cannot charge, in Stripe's words", async () => {
    const { id: customer } = await stripe.customers.create({});
    const owner = await stripe.customers.create({ source: "tok_visa" });
    const owned = String(owner.default_source);
    const cases: [Partial<Stripe.ChargeCreateParams>, object][] = [
      [{}, { message: "Must provide source or customer." }],
      [{ source: "bogus" }, { message: "No such token: 'bogus'", code: "resource_missing" }],
      [{ source: owned }, { message: `No such token: '${owned}'` }],
      [{ customer }, { message: "Cannot charge a customer that has no active card" }],
      [
        { customer, source: "card_bogus" },
        { statusCode: 404, code: "missing", param: "source" },
      ],
      [
        { source: "tok_visa", amount: -99 },
        { code: "parameter_invalid_integer", param: "amount" },
      ],
      [
        { source: "tok_visa", amount: 5 },
        { code: "amount_too_small", param: "amount" },
      ],
      [{ source: "tok_chargeDeclined" }, { statusCode: 402, decline_code: "generic_decline" }],
    ];
    for (const [params, error] of cases) {
      await expect(charge(params)).rejects.toMatchObject(error);
    }
  });

  it("held are captured once, in whole or in part; the rest goes back as a refund", async () => {
    const whole = await charge({ source: "tok_visa", capture: false });
    expect(whole).toMatchObject({ captured: false, balance_transaction: null });
    const expand = ["refunds"];
    const full = await stripe.charges.capture(whole.id, { expand });
    expect(full).toMatchObject({ captured: true, amount_refunded: 0, refunds: { data: [] } });
    const held = await charge({ source: "tok_visa", capture: false });
    const part = await stripe.charges.capture(held.id, { amount: 1000, expand });
    expect(part).toMatchObject({
      amount: 2500,
      amount_captured: 1000,
      amount_refunded: 1500,
      refunds: { data: [{ amount: 1500, status: "succeeded" }] },
    });
    await expect(stripe.charges.capture(held.id)).rejects.toMatchObject({
      code: "charge_already_captured",
      message: `Charge ${held.id} has already been captured.`,
    });
    const refund = await stripe.refunds.create({ charge: held.id, reason: "fraudulent" });
    expect(refund.amount).toBe(1000);
    expect(await stripe.charges.retrieve(held.id)).toMatchObject({ refunded: true });
  });

  it("held keep their terms until they are captured, and take new ones then", async () => {
    const connected = "acct_sandbox_connected";
    const held = await charge({
      source: "tok_visa",
      capture: false,
      application_fee_amount: 300,
      transfer_data: { destination: connected },
    });
    const taken = await stripe.charges.capture(held.id, {
      receipt_email: "ada@example.com",
      expand: ["application_fee", "transfer"],
    });
    expect(taken).toMatchObject({
      receipt_email: "ada@example.com",
      application_fee: { amount: 300 },
      transfer: { amount: 2500, destination: connected },
    });
  });

  it("are captured with no less than what can be charged", async () => {
    const { id } = await charge({ source: "tok_visa", capture: false });
    await expect(stripe.charges.capture(id, { amount: 12 })).rejects.toMatchObject({
      code: "amount_too_small",
    });
  });

  it("held are given back by a refund, but only as a whole", async () => {
    const held = await charge({ source: "tok_visa", capture: false });
    await expect(stripe.refunds.create({ charge: held.id, amount: 100 })).rejects.toMatchObject({
      message: expect.stringContaining("cannot partially refund an uncaptured charge"),
    });
    expect((await stripe.refunds.create({ charge: held.id })).amount).toBe(2500);
  });

  it("are refunded in parts, then in whole, and listed by charge", async () => {
    const { id } = await charge({ source: "tok_visa" });
    const first = await stripe.refunds.create({ charge: id, amount: 1200 });
    const second = await stripe.refunds.create({ charge: id });
    expect(second.amount).toBe(1300);
    const { data } = await stripe.refunds.list({ charge: id });
    expect(data.map((refund) => refund.id)).toEqual([second.id, first.id]);
    await expect(stripe.refunds.create({ charge: id })).rejects.toMatchObject({
      code: "charge_already_refunded",
      message: `Charge ${id} has already been refunded.`,
    });
    await expect(stripe.refunds.create({ charge: "ch_nobody" })).rejects.toMatchObject({
      statusCode: 404,
      message: "No such charge: 'ch_nobody'",
    });
  });

  it("that are disputed cannot be refunded; inquiries can", async () => {
    const disputed = await charge({ source: "tok_createDispute" });
    await expect(stripe.refunds.create({ charge: disputed.id })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    const asked = await charge({ source: "tok_createDisputeInquiry" });
    expect((await stripe.refunds.create({ charge: asked.id })).status).toBe("succeeded");
  });

  it("are changed in what may change, and refuse the rest", async () => {
    const { id } = await charge({ source: "tok_visa", metadata: { foo: "bar" } });
    const changed = await stripe.charges.update(id, {
      description: "Updated",
      metadata: { receipt_id: 1234 },
      fraud_details: { user_report: "safe" },
    });
    expect(changed).toMatchObject({
      description: "Updated",
      metadata: { foo: "bar", receipt_id: "1234" },
      fraud_details: { user_report: "safe" },
    });
    const answer = await sandbox.raw(`/v1/charges/${id}`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_x" },
      body: new URLSearchParams({ currency: "cad", amount: "777", "source[any]": "x" }),
    });
    expect(await answer.json()).toMatchObject({
      error: { message: "Received unknown parameters: currency, amount, source" },
    });
  });
});
