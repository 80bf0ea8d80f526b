import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "../testing";

/** Payments, setups and what belongs to customers and accounts, as other stand-ins promise it. */
let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  ({ stripe } = sandbox);
});
afterAll(() => sandbox.stop());

const pay = (extra: object = {}) =>
  stripe.paymentIntents.create({ amount: 2000, currency: "usd", ...extra });

describe("payments", () => {
  it.each([
    [{ amount: 400.2 }, { message: "Invalid integer: 400.2", param: "amount" }],
    [{ amount: -400 }, { code: "parameter_invalid_integer", param: "amount" }],
    [{ amount: 10 }, { code: "amount_too_small", message: "Amount must be at least $0.50 usd" }],
    [{ currency: "xyz" }, { param: "currency" }],
    [{ customer: "cus_none" }, { message: "No such customer: 'cus_none'", param: "customer" }],
    [{ payment_method: "pm_none" }, { message: "No such PaymentMethod: 'pm_none'" }],
  ])("refuse %j", async (params, error) => {
    await expect(pay(params)).rejects.toMatchObject({ statusCode: 400, ...error });
  });

  it("that are captured in parts give back what was captured, before the last part too", async () => {
    const { id } = await pay({
      payment_method: "pm_card_visa",
      confirm: true,
      capture_method: "manual",
      return_url: "http://localhost",
      payment_method_options: { card: { request_multicapture: "if_available" } },
    });
    await stripe.paymentIntents.capture(id, { amount_to_capture: 800, final_capture: false });
    await stripe.refunds.create({ payment_intent: id, amount: 300 });
    await expect(stripe.refunds.create({ payment_intent: id, amount: 501 })).rejects.toMatchObject({
      message: "Refund amount ($5.01) is greater than unrefunded amount on charge ($5.00)",
      param: "amount",
    });
    await stripe.paymentIntents.capture(id, { amount_to_capture: 200 });
    const { amount } = await stripe.refunds.create({ payment_intent: id });
    expect(amount).toBe(700);
    const { data } = await stripe.charges.list({ payment_intent: id });
    expect(data).toMatchObject([{ amount_captured: 1000, amount_refunded: 2000, refunded: true }]);
  });
});

describe("captures", () => {
  it("say anew what is transferred and what stands on the statement", async () => {
    const destination = "acct_sandbox_connected";
    const { id } = await pay({
      payment_method: "pm_card_visa",
      confirm: true,
      capture_method: "manual",
      return_url: "http://localhost",
      transfer_data: { destination },
    });
    await stripe.paymentIntents.capture(id, {
      amount_to_capture: 1500,
      transfer_data: { amount: 900 },
      statement_descriptor_suffix: "MUGS",
      expand: ["latest_charge.transfer"],
    });
    const { data } = await stripe.charges.list({ payment_intent: id, expand: ["data.transfer"] });
    expect(data).toMatchObject([
      {
        amount_captured: 1500,
        statement_descriptor_suffix: "MUGS",
        transfer: { amount: 900, destination },
      },
    ]);
  });
});

describe("setups", () => {
  it("need a return_url when a server confirms them and a bank may redirect", async () => {
    const confirmed = { payment_method: "pm_card_visa", confirm: true };
    const automatic_payment_methods = { enabled: true };
    await expect(
      stripe.setupIntents.create({ ...confirmed, automatic_payment_methods }),
    ).rejects.toThrow("you must provide a `return_url`");
    const never = { enabled: true, allow_redirects: "never" } as const;
    for (const extra of [
      { return_url: "http://localhost" },
      { automatic_payment_methods: never },
    ]) {
      const { status } = await stripe.setupIntents.create({ ...confirmed, ...extra });
      expect(status).toBe("succeeded");
    }
  });
});

describe("the older addresses", () => {
  it("of cards and of bank accounts show and take what is at `sources`, each its kind", async () => {
    const { id } = await stripe.customers.create({ source: "tok_visa" });
    const at = `/v1/customers/${id}`;
    const made = await stripe.rawRequest("POST", `${at}/bank_accounts`, { source: "btok_us" });
    expect(made).toMatchObject({ object: "bank_account", customer: id });
    const cards = await stripe.rawRequest("GET", `${at}/cards`);
    expect(cards).toMatchObject({ url: `${at}/cards`, data: [{ object: "card" }] });
    expect((await stripe.customers.listSources(id)).data).toHaveLength(2);
  });
});

describe("balances of customers", () => {
  it("are sums of their entries, set or added to", async () => {
    const { id } = await stripe.customers.create({ balance: 700 });
    const credit = { amount: -500, currency: "usd", description: "Goodwill" };
    const entry = await stripe.customers.createBalanceTransaction(id, credit);
    expect(entry).toMatchObject({ type: "adjustment", ending_balance: 200, customer: id });
    await stripe.customers.update(id, { balance: -100 });
    const { data } = await stripe.customers.listBalanceTransactions(id);
    expect(data.map(({ amount, ending_balance }) => [amount, ending_balance])).toEqual([
      [-300, -100],
      [-500, 200],
      [700, 700],
    ]);
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -100, currency: "usd" });
    await expect(
      stripe.customers.createBalanceTransaction(id, { amount: 1, currency: "eur" }),
    ).rejects.toMatchObject({ param: "currency" });
  });
});

describe("account links", () => {
  it("lead back once, and then to where a new one is made", async () => {
    const { id } = await stripe.accounts.create({ type: "express" });
    const link = await stripe.accountLinks.create({
      account: id,
      type: "account_onboarding",
      return_url: "http://localhost/done",
      refresh_url: "http://localhost/again",
    });
    const visit = async () => {
      const answer = await fetch(link.url, { redirect: "manual" });
      return answer.headers.get("location");
    };
    expect([await visit(), await visit()]).toEqual([
      "http://localhost/done",
      "http://localhost/again",
    ]);
  });

  it("are for accounts that exist; of others nothing is told", async () => {
    const nobody = stripe.accounts.retrieve("acct_nobody");
    await expect(nobody).rejects.toMatchObject({ statusCode: 403, code: "account_invalid" });
  });
});
