import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  for (const [order, amount] of [
    ["a-1", 900],
    ["a-2", 1500],
    ["b-1", 2500],
  ] as const) {
    await sandbox.stripe.paymentIntents.create({ amount, currency: "usd", metadata: { order } });
  }
});
afterAll(() => sandbox.stop());

describe("search", () => {
  it.each([
    { query: `metadata["order"]:"a-1"`, amounts: [900] },
    { query: `metadata['order']~'a-'`, amounts: [1500, 900] },
    { query: "amount>1000 AND currency:'usd'", amounts: [2500, 1500] },
    { query: `amount<1000 OR metadata["order"]:"b-1"`, amounts: [2500, 900] },
    {
      query: `-metadata["order"]:"a-1" AND status:"requires_payment_method"`,
      amounts: [2500, 1500],
    },
  ])("$query", async ({ query, amounts }) => {
    const found = await sandbox.stripe.paymentIntents.search({ query });
    expect(found.data.map(({ amount }) => amount)).toEqual(amounts);
  });

  it("goes from page to page", async () => {
    const all: number[] = [];
    const query = "currency:'usd'";
    for await (const { amount } of sandbox.stripe.paymentIntents.search({ query, limit: 2 }))
      all.push(amount);
    expect(all).toEqual([2500, 1500, 900]);
  });

  it("refuses what it cannot read", async () => {
    await expect(sandbox.stripe.customers.search({ query: "whatever" })).rejects.toMatchObject({
      param: "query",
    });
  });
});

describe("charges without an intent", () => {
  it("take a token, can be captured later, and are refunded", async () => {
    const { stripe } = sandbox;
    const base = { amount: 2000, currency: "usd" };
    const paid = await stripe.charges.create({ ...base, source: "tok_visa" });
    expect(paid).toMatchObject({ paid: true, captured: true, payment_intent: null });
    expect((await stripe.refunds.create({ charge: paid.id })).amount).toBe(2000);
    const held = await stripe.charges.create({ ...base, source: "tok_visa", capture: false });
    expect((await stripe.charges.capture(held.id, { amount: 500 })).amount_captured).toBe(500);
    await expect(stripe.charges.capture(held.id)).rejects.toMatchObject({
      code: "charge_already_captured",
    });
    await expect(
      stripe.charges.create({ ...base, source: "tok_chargeDeclined" }),
    ).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
  });
});
