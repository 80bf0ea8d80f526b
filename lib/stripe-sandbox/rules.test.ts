import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const answer = await sandbox.raw(path, {
    method: "POST",
    body,
    headers: {
      authorization: "Bearer sk_test_x",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
  });
  const json: { error?: Record<string, unknown> } = await answer.json();
  return { status: answer.status, error: json.error, headers: answer.headers };
}

const get = async (path: string) => {
  const answer = await sandbox.raw(path, { headers: { authorization: "Bearer sk_test_x" } });
  const json: { error?: Record<string, unknown> } = await answer.json();
  return { status: answer.status, error: json.error };
};

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

describe("keys", () => {
  it.each([
    { key: "", status: 401 },
    { key: "sk_live_1234567890abcdef", status: 401 },
    { key: "nonsense", status: 401 },
    { key: "pk_test_1", status: 401 },
    { key: "rk_test_1", status: 200 },
  ])("'$key' gets $status on a call for servers", async ({ key, status }) => {
    const answer = await sandbox.raw("/v1/customers", {
      headers: key === "" ? {} : { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("request-id")).toMatch(/^req_/);
  });

  it("raw card numbers are for publishable keys only", async () => {
    const card = "type=card&card[number]=4242424242424242&card[exp_month]=12&card[exp_year]=2034";
    expect((await post("/v1/payment_methods", card)).status).toBe(402);
    const made = await post("/v1/payment_methods", card, { authorization: "Bearer pk_test_x" });
    expect(made.status).toBe(200);
  });

  it("a publishable key sees an intent only with its client secret", async () => {
    const intent = await sandbox.stripe.paymentIntents.create({
      amount: 1000,
      currency: "usd",
      metadata: { secret: "plan" },
    });
    const path = `/v1/payment_intents/${intent.id}`;
    const right = await sandbox.browser("GET", path, { client_secret: intent.client_secret ?? "" });
    expect(right.body).toMatchObject({ id: intent.id, metadata: {} });
    expect((await sandbox.browser("GET", path, { client_secret: "pi_wrong" })).status).toBe(400);
    expect((await sandbox.browser("GET", path)).status).toBe(400);
  });
});

describe("bad input", () => {
  it.each([
    { what: "10 MB", body: `name=${"x".repeat(10_000_000)}`, status: 413 },
    { what: "absurd nesting", body: `a${"[b]".repeat(5000)}=1`, status: 400 },
    { what: "broken percent-encoding", body: "name=%E0%A4%A", status: 400 },
    { what: "a prototype", body: "__proto__[x]=1&constructor[prototype][y]=1", status: 400 },
    { what: "broken brackets", body: "a[b=1&]c[=2", status: 400 },
    { what: "too many fields", body: "a=1&".repeat(6000), status: 400 },
  ])("$what is an error, not a crash", async ({ body, status }) => {
    expect((await post("/v1/customers", body)).status).toBe(status);
    expect((await get("/v1/customers")).status).toBe(200);
  });

  it("JSON bodies and unknown addresses are refused in Stripe's words", async () => {
    const json = await post("/v1/customers", "{}", { "content-type": "application/json" });
    expect(json.status).toBe(400);
    const nowhere = await get("/v1/nowhere");
    expect(nowhere).toMatchObject({ status: 404, error: { type: "invalid_request_error" } });
    expect(nowhere.error?.["message"]).toContain("Unrecognized request URL (GET: /v1/nowhere)");
  });
});

describe("idempotency keys", () => {
  it("replay the stored answer, refusals included", async () => {
    const key = { "idempotency-key": "k-1" };
    const first = await sandbox.raw("/v1/customers", request("name=Ada", key));
    const second = await sandbox.raw("/v1/customers", request("name=Ada", key));
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(second.headers.get("original-request")).toBe(first.headers.get("request-id"));
    const pay =
      "amount=900&currency=usd&confirm=true&payment_method=pm_card_visa_chargeDeclined&return_url=http://localhost";
    const declined = await post("/v1/payment_intents", pay, { "idempotency-key": "k-2" });
    const again = await post("/v1/payment_intents", pay, { "idempotency-key": "k-2" });
    expect(declined.status).toBe(402);
    expect(again).toMatchObject({ status: 402, error: declined.error });
  });

  it("with other parameters are an error", async () => {
    await post("/v1/customers", "name=Ada", { "idempotency-key": "k-3" });
    const other = await post("/v1/customers", "name=Grace", { "idempotency-key": "k-3" });
    expect(other).toMatchObject({ status: 400, error: { type: "idempotency_error" } });
  });

  it("charge once, however often they are sent at once", async () => {
    const body =
      "amount=900&currency=usd&confirm=true&payment_method=pm_card_visa&return_url=http://localhost";
    const before = (await sandbox.stripe.charges.list({ limit: 100 })).data.length;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        post("/v1/payment_intents", body, { "idempotency-key": "k-4" }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toContain(200);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const after = (await sandbox.stripe.charges.list({ limit: 100 })).data.length;
    expect(after - before).toBe(1);
  });

  const request = (body: string, headers: Record<string, string>): RequestInit => ({
    method: "POST",
    body,
    headers: {
      authorization: "Bearer sk_test_x",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
  });
});
