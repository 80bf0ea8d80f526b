import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "../testing";

/** What integrations from before payment methods rely on: tokens, cards and charges of customers. */
let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  ({ stripe } = sandbox);
});
afterAll(() => sandbox.stop());

const charge = (params: Partial<Stripe.ChargeCreateParams>) =>
  stripe.charges.create({ amount: 2500, currency: "usd", ...params });

async function whole(id: string): Promise<Stripe.Customer> {
  const customer = await stripe.customers.retrieve(id, { expand: ["sources"] });
  if (customer.deleted === true) throw new Error("deleted");
  return customer;
}

describe("cards of customers", () => {
  it("come from tokens, and the first one is the default", async () => {
    const customer = await stripe.customers.create({ source: "tok_mastercard" });
    expect(customer.default_source).toMatch(/^card_/);
    const added = await stripe.customers.createSource(customer.id, { source: "tok_visa" });
    expect(added).toMatchObject({
      object: "card",
      brand: "Visa",
      customer: customer.id,
      last4: "4242",
    });
    const { default_source, sources } = await whole(customer.id);
    expect(default_source).toBe(customer.default_source);
    expect(sources?.data.map(({ id }) => id)).toEqual([customer.default_source, added.id]);
    const listed = await stripe.customers.listSources(customer.id, { object: "card", limit: 1 });
    expect(listed).toMatchObject({ has_more: true, data: [{ id: customer.default_source }] });
    const rest = await stripe.customers.listSources(customer.id, {
      starting_after: customer.default_source?.toString() ?? "",
    });
    expect(rest.data.map(({ id }) => id)).toEqual([added.id]);
  });

  it("are payment methods as well", async () => {
    const customer = await stripe.customers.create({ source: "tok_visa" });
    const card = String(customer.default_source);
    const method = await stripe.paymentMethods.retrieve(card);
    expect(method).toMatchObject({ object: "payment_method", type: "card", customer: customer.id });
    const paid = await stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      customer: customer.id,
      payment_method: card,
      off_session: true,
      confirm: true,
    });
    expect(paid.status).toBe("succeeded");
  });

  it("without any, default_source is null, expanded or not", async () => {
    const { id } = await stripe.customers.create({});
    const customer = await stripe.customers.retrieve(id, { expand: ["default_source", "sources"] });
    expect(customer).toMatchObject({ default_source: null, sources: { data: [] } });
  });

  it("are replaced by `source`, chosen by `default_source`, and only one's own", async () => {
    const customer = await stripe.customers.create({ source: "tok_visa" });
    const replaced = await stripe.customers.update(customer.id, { source: "tok_amex" });
    const { sources } = await whole(customer.id);
    expect(sources?.data).toMatchObject([{ brand: "American Express" }]);
    expect(replaced.default_source).not.toBe(customer.default_source);
    const second = await stripe.customers.createSource(customer.id, { source: "tok_visa" });
    const chosen = await stripe.customers.update(customer.id, { default_source: second.id });
    expect(chosen.default_source).toBe(second.id);
    await expect(
      stripe.customers.update(customer.id, { default_source: "card_nobody" }),
    ).rejects.toMatchObject({ statusCode: 404, message: "No such source: 'card_nobody'" });
  });

  it("are changed, and deleted, whereupon the next one is the default", async () => {
    const customer = await stripe.customers.create({ source: "tok_visa" });
    const first = String(customer.default_source);
    const second = await stripe.customers.createSource(customer.id, { source: "tok_visa" });
    const changed = await stripe.customers.updateSource(customer.id, first, {
      exp_month: "10",
      exp_year: "2098",
      address_zip: "94103",
      metadata: { note: "x" },
    });
    expect(changed).toMatchObject({ exp_month: 10, exp_year: 2098, address_zip: "94103" });
    const deleted = await stripe.customers.deleteSource(customer.id, first);
    expect(deleted).toMatchObject({ id: first, object: "card", deleted: true });
    expect((await whole(customer.id)).default_source).toBe(second.id);
    await stripe.customers.deleteSource(customer.id, second.id);
    expect(await whole(customer.id)).toMatchObject({ default_source: null, sources: { data: [] } });
    await expect(stripe.customers.retrieveSource(customer.id, first)).rejects.toMatchObject({
      statusCode: 404,
      param: "id",
      code: "resource_missing",
    });
  });

  it("that banks refuse are not kept; the one that fails later is", async () => {
    for (const [name, code] of [
      ["chargeDeclined", "card_declined"],
      ["chargeDeclinedInsufficientFunds", "card_declined"],
      ["chargeDeclinedIncorrectCvc", "incorrect_cvc"],
      ["chargeDeclinedExpiredCard", "expired_card"],
    ]) {
      const source = `tok_${name}`;
      await expect(stripe.customers.create({ source })).rejects.toMatchObject({
        type: "StripeCardError",
        statusCode: 402,
        code,
      });
    }
    const { id: customer } = await stripe.customers.create({ source: "tok_chargeCustomerFail" });
    await expect(charge({ customer })).rejects.toMatchObject({ code: "card_declined" });
  });

  it("are not shown to another account", async () => {
    const on = { stripeAccount: "acct_sandbox_connected" };
    const customer = await stripe.customers.create({ source: "tok_visa" }, on);
    const card = String(customer.default_source);
    expect(await stripe.customers.retrieveSource(customer.id, card, {}, on)).toMatchObject({
      id: card,
    });
    await expect(stripe.customers.retrieveSource(customer.id, card)).rejects.toMatchObject({
      message: `No such customer: '${customer.id}'`,
    });
  });
});

describe("bank accounts of customers", () => {
  it("come from tokens, are new, and verified by their two deposits", async () => {
    const token = await stripe.tokens.create({
      bank_account: {
        country: "US",
        currency: "usd",
        account_holder_name: "Jenny Rosen",
        account_holder_type: "individual",
        routing_number: "110000000",
        account_number: "000123456789",
      },
    });
    expect(token).toMatchObject({ type: "bank_account", bank_account: { last4: "6789" } });
    const { id } = await stripe.customers.create({});
    const account = await stripe.customers.createSource(id, { source: token.id });
    expect(account).toMatchObject({ object: "bank_account", status: "new", customer: id });
    await expect(
      stripe.customers.verifySource(id, account.id, { amounts: [1, 2] }),
    ).rejects.toMatchObject({ param: "amounts" });
    const verified = await stripe.customers.verifySource(id, account.id, { amounts: [45, 32] });
    expect(verified).toMatchObject({ status: "verified" });
    await expect(stripe.customers.createSource(id, { source: token.id })).rejects.toMatchObject({
      code: "token_already_used",
    });
    await expect(charge({ customer: id, source: account.id })).rejects.toMatchObject({
      code: "sandbox_unsupported",
    });
  });
});

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
    const cases: [Partial<Stripe.ChargeCreateParams>, object][] = [
      [{}, { message: "Must provide source or customer." }],
      [{ source: "bogus" }, { message: "No such token: 'bogus'", code: "resource_missing" }],
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
