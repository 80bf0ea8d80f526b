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
    for (const [name, code, param] of [
      ["chargeDeclined", "card_declined", undefined],
      ["chargeDeclinedInsufficientFunds", "card_declined", undefined],
      ["chargeDeclinedIncorrectCvc", "incorrect_cvc", "cvc"],
      ["chargeDeclinedExpiredCard", "expired_card", "exp_month"],
      ["chargeDeclinedProcessingError", "processing_error", undefined],
    ]) {
      const source = `tok_${name}`;
      await expect(stripe.customers.create({ source })).rejects.toMatchObject({
        type: "StripeCardError",
        statusCode: 402,
        code,
        param,
      });
    }
    const { id: customer } = await stripe.customers.create({ source: "tok_chargeCustomerFail" });
    await expect(
      stripe.charges.create({ amount: 2500, currency: "usd", customer }),
    ).rejects.toMatchObject({ code: "card_declined" });
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
    const charged = stripe.charges.create({
      amount: 2500,
      currency: "usd",
      customer: id,
      source: account.id,
    });
    await expect(charged).rejects.toMatchObject({ code: "sandbox_unsupported" });
  });
});

describe("card numbers instead of tokens", () => {
  const card = "source[object]=card&source[exp_month]=12&source[exp_year]=2044&source[number]=";
  const add = async (on: TestSandbox, customer: string, number: string) => {
    const answer = await on.raw(`/v1/customers/${customer}/cards`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_x" },
      body: new URLSearchParams(card + number),
    });
    const body: unknown = await answer.json();
    return { status: answer.status, body };
  };

  it("are for servers that may handle them", async () => {
    const { id } = await stripe.customers.create({});
    expect(await add(sandbox, id, "4242424242424242")).toMatchObject({ status: 402 });
    const trusted = await startSandbox({ rawCards: true });
    const customer = (await trusted.stripe.customers.create({})).id;
    expect(await add(trusted, customer, "4242424242424242")).toMatchObject({
      body: { object: "card", last4: "4242", customer },
    });
    expect(await add(trusted, customer, "4000000000000002")).toMatchObject({
      status: 402,
      body: { error: { code: "card_declined" } },
    });
    await trusted.stop();
  });
});
