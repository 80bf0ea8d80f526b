import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const noRedirects = { enabled: true, allow_redirects: "never" } as const;
const terms = { amount: 2000, currency: "usd", automatic_payment_methods: noRedirects } as const;

const payWith = (payment_method: string, customer?: string) =>
  sandbox.stripe.paymentIntents.create({
    ...terms,
    confirm: true,
    payment_method,
    ...(customer === undefined ? {} : { customer }),
  });

describe("a payment method", () => {
  it("of nobody works once", async () => {
    const { stripe } = sandbox;
    const { id } = await stripe.paymentMethods.create({
      type: "card",
      card: { token: "tok_visa" },
    });
    await payWith(id);

    await expect(payWith(id)).rejects.toThrow("It may not be used again.");
    const customer = await stripe.customers.create();
    await expect(stripe.paymentMethods.attach(id, { customer: customer.id })).rejects.toThrow(
      "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.",
    );
  });

  it("may be tried again after a decline that was the intent's fault", async () => {
    const { stripe } = sandbox;
    const { id } = await stripe.paymentMethods.create({
      type: "card",
      card: { token: "tok_chargeDeclined" },
    });
    await expect(payWith(id)).rejects.toThrow("Your card was declined.");
    await expect(payWith(id)).rejects.toThrow("Your card was declined.");
  });

  it("of a customer works until it is detached", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create();
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await payWith(id, customer.id);
    await payWith(id, customer.id);
    await stripe.paymentMethods.detach(id);

    await expect(payWith(id, customer.id)).rejects.toThrow("It may not be used again.");
  });
});

describe("a hold without an intent", () => {
  it("is given back whole by a refund", async () => {
    const { stripe } = sandbox;
    const charge = await stripe.charges.create({
      amount: 1000,
      currency: "usd",
      source: "tok_visa",
      capture: false,
    });
    await expect(stripe.refunds.create({ charge: charge.id, amount: 300 })).rejects.toThrow(
      "You cannot partially refund an uncaptured charge.",
    );
    const refund = await stripe.refunds.create({ charge: charge.id });
    expect(refund).toMatchObject({ status: "succeeded", amount: 1000, balance_transaction: null });
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ refunded: true });
  });
});

describe("confirming with automatic methods", () => {
  it("needs a return_url, since some of them leave the page", async () => {
    const given = { amount: 2000, currency: "usd", payment_method: "pm_card_visa" } as const;
    await expect(sandbox.stripe.paymentIntents.create({ ...given, confirm: true })).rejects.toThrow(
      "you must provide a `return_url`",
    );
    const intent = await sandbox.stripe.paymentIntents.create(given);
    await expect(sandbox.stripe.paymentIntents.confirm(intent.id)).rejects.toThrow("`return_url`");
    const paid = await sandbox.stripe.paymentIntents.confirm(intent.id, {
      return_url: "http://localhost/done",
    });
    expect(paid.status).toBe("succeeded");
  });
});
