import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asForm, startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const answer = await sandbox.raw(path, asForm(body, headers));
  const json: { error?: Record<string, unknown> } = await answer.json();
  return { status: answer.status, error: json.error, headers: answer.headers };
}

describe("parameters", () => {
  it.each([
    { body: "amount=2000&currency=usd&colour=red", code: "parameter_unknown", param: "colour" },
    {
      body: "amount=2000&currency=usd&payment_method_data[type]=card&payment_method_data[x]=1",
      code: "parameter_unknown",
      param: "payment_method_data[x]",
    },
    { body: "currency=usd", code: "parameter_missing", param: "amount" },
    { body: "amount=ten&currency=usd", code: "parameter_invalid_integer", param: "amount" },
    { body: "amount=-5&currency=usd", code: "parameter_invalid_integer", param: "amount" },
    { body: "amount=49&currency=usd", code: "amount_too_small", param: "amount" },
    { body: "amount=100000000&currency=usd", code: "amount_too_large", param: "amount" },
    { body: "amount=1001&currency=bhd", code: "parameter_invalid_integer", param: "amount" },
    { body: "amount=2000&currency=", code: undefined, param: "currency" },
    { body: "amount=2000&currency=xyz", code: undefined, param: "currency" },
    {
      body: "amount=2000&currency=usd&customer=",
      code: "parameter_invalid_empty",
      param: "customer",
    },
    {
      body: "amount=2000&currency=usd&customer=cus_1",
      code: "resource_missing",
      param: "customer",
    },
    {
      body: "amount=2000&currency=usd&capture_method=later",
      code: undefined,
      param: "capture_method",
    },
    { body: "amount=2000&currency=usd&confirm=perhaps", code: undefined, param: "confirm" },
    { body: "amount[x]=2000&currency=usd", code: undefined, param: "amount" },
    { body: "amount=2000&currency=usd&shipping=here", code: undefined, param: "shipping" },
    { body: "amount=2000&currency=usd&expand[]=lunch", code: undefined, param: "expand" },
  ])("$body is refused, and the parameter named", async ({ body, code, param }) => {
    const answer = await post("/v1/payment_intents", body);
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ type: "invalid_request_error", param });
    expect(answer.error?.["code"]).toBe(code);
  });

  it("metadata merges by key, unsets by the empty string, and has limits", async () => {
    const { stripe } = sandbox;
    const { id } = await stripe.customers.create({ metadata: { a: "1", b: "2" } });
    const merged = await stripe.customers.update(id, { metadata: { b: "", c: "3" } });
    expect(merged.metadata).toEqual({ a: "1", c: "3" });
    expect((await stripe.customers.update(id, { metadata: "" })).metadata).toEqual({});
    const long = "x".repeat(501);
    await expect(stripe.customers.update(id, { metadata: { a: long } })).rejects.toMatchObject({
      param: "metadata[a]",
    });
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${at}`, "v"]));
    await expect(stripe.customers.update(id, { metadata: many })).rejects.toMatchObject({
      param: "metadata",
    });
  });

  it("a request that is refused leaves nothing behind", async () => {
    const before = await sandbox.stripe.events.list({ limit: 1 });
    await expect(
      sandbox.stripe.customers.create({ name: "Ada", payment_method: "pm_nothing" }),
    ).rejects.toThrow("No such PaymentMethod");
    const after = await sandbox.stripe.events.list({ limit: 1 });
    expect(after.data[0]?.id).toBe(before.data[0]?.id);
  });
});

describe("expansion and lists", () => {
  it("expands at depth, in lists too, and says what cannot be", async () => {
    const { stripe } = sandbox;
    const customer = await stripe.customers.create({ name: "Ada" });
    await stripe.paymentIntents.create({
      amount: 1000,
      currency: "usd",
      customer: customer.id,
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://localhost",
    });
    const list = await stripe.charges.list({
      customer: customer.id,
      expand: ["data.customer", "data.payment_intent.latest_charge.balance_transaction"],
    });
    expect(list.data[0]).toMatchObject({
      customer: { name: "Ada" },
      payment_intent: { latest_charge: { balance_transaction: { object: "balance_transaction" } } },
    });
    await expect(stripe.charges.list({ expand: ["customer"] })).rejects.toMatchObject({
      message: expect.stringContaining("data.customer"),
    });
    const deep = "data.payment_intent.latest_charge.payment_intent.latest_charge.customer";
    await expect(stripe.charges.list({ expand: [deep] })).rejects.toThrow("more than 4 levels");
  });

  it("pages run newest first, both ways, without gaps", async () => {
    const { stripe } = sandbox;
    const made: string[] = [];
    for (let at = 0; at < 7; at++) {
      made.unshift((await stripe.customers.create({ email: "page@example.com" })).id);
    }
    const all: string[] = [];
    for await (const customer of stripe.customers.list({ email: "page@example.com", limit: 3 })) {
      all.push(customer.id);
    }
    expect(all).toEqual(made);
    const before = await stripe.customers.list({
      email: "page@example.com",
      ending_before: made[5],
      limit: 2,
    });
    expect(before.data.map(({ id }) => id)).toEqual([made[3], made[4]]);
    expect(before.has_more).toBe(true);
    await expect(stripe.customers.list({ starting_after: "cus_nobody" })).rejects.toMatchObject({
      code: "resource_missing",
      param: "starting_after",
    });
    const future = await stripe.customers.list({
      created: { gt: Math.floor(Date.now() / 1000) + 60 },
    });
    expect(future.data).toEqual([]);
  });
});
