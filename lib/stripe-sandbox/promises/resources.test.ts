import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stripe } from "stripe";
import { startSandbox, type TestSandbox } from "../testing";

/** What other stand-ins for Stripe promise about its resources, and Stripe's own reference shows. */
let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  ({ stripe } = sandbox);
});
afterAll(() => sandbox.stop());

/** As `curl` sends it. */
async function curl(method: string, path: string, body?: string, key = "sk_test_curl") {
  const answer = await sandbox.raw(path, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    ...(body === undefined ? {} : { body }),
  });
  const json: unknown = await answer.json();
  return { status: answer.status, body: json };
}

const refusal = (error: object) => ({ body: { error } });
const pay = (extra: object = {}) =>
  stripe.paymentIntents.create({ amount: 2000, currency: "usd", ...extra });

describe("customers", () => {
  it("may have an id of the caller's, once", async () => {
    expect(await curl("POST", "/v1/customers", "id=cus_moved")).toMatchObject({ status: 200 });
    expect(await curl("POST", "/v1/customers", "id=cus_moved")).toMatchObject({
      status: 400,
      ...refusal({ code: "resource_already_exists", message: "Customer already exists." }),
    });
  });

  it("that are deleted are shown as deleted, and cannot be used", async () => {
    const { id } = await stripe.customers.create({ name: "Ada" });
    expect(await stripe.customers.del(id)).toMatchObject({ id, object: "customer", deleted: true });
    expect(await stripe.customers.retrieve(id)).toMatchObject({ id, deleted: true });
    const message = `No such customer: '${id}'`;
    await expect(stripe.customers.update(id, { name: "Bo" })).rejects.toMatchObject({
      statusCode: 404,
      message,
    });
    await expect(pay({ customer: id })).rejects.toMatchObject({ statusCode: 400, message });
  });

  it("unset fields and metadata by the empty string", async () => {
    const { id } = await stripe.customers.create({ name: "Ada", metadata: { a: "1", b: "2" } });
    await stripe.customers.update(id, { metadata: { a: "" } });
    expect(await stripe.customers.retrieve(id)).toMatchObject({ metadata: { b: "2" } });
    const { body } = await curl("POST", `/v1/customers/${id}`, "name=&metadata=");
    expect(body).toMatchObject({ name: null, metadata: {} });
  });
});

describe("lists", () => {
  it.each([
    ["limit=0", { code: "parameter_invalid_integer", param: "limit" }],
    ["limit=101", { code: "parameter_invalid_integer", param: "limit" }],
    ["limit=ten", { message: "Invalid integer: ten", param: "limit" }],
    ["starting_after=cus_x", { message: "No such customer: 'cus_x'", param: "starting_after" }],
    ["created[after]=1", { code: "parameter_unknown", param: "created[after]" }],
    ["expand[]=data.bogus", { message: "This property cannot be expanded (data.bogus)." }],
  ])("refuse %s", async (query, error) => {
    await stripe.customers.create({});
    const answer = await curl("GET", `/v1/customers?${query}`);
    expect(answer).toMatchObject({ status: 400, ...refusal(error) });
  });
});

describe("the catalogue", () => {
  it("keeps ids, lookup keys and codes apart", async () => {
    const product = await stripe.products.create({ id: "mug", name: "Mug" });
    await expect(stripe.products.create({ id: "mug", name: "Mug" })).rejects.toMatchObject({
      code: "resource_already_exists",
    });
    const price = { currency: "usd", unit_amount: 900, product: product.id, lookup_key: "mug" };
    await stripe.prices.create(price);
    await expect(stripe.prices.create(price)).rejects.toMatchObject({ param: "lookup_key" });
    const moved = await stripe.prices.create({ ...price, transfer_lookup_key: true });
    const { data } = await stripe.prices.list({ lookup_keys: ["mug"] });
    expect(data.map(({ id }) => id)).toEqual([moved.id]);
    await expect(stripe.products.del("mug")).rejects.toThrow("one or more user-created prices");
  });

  it.each([
    [{}, { param: "percent_off" }],
    [{ percent_off: 120 }, { param: "percent_off" }],
    [{ amount_off: 100 }, { code: "parameter_missing", param: "currency" }],
    [{ percent_off: 10, duration: "repeating" }, { param: "duration_in_months" }],
  ] as const)("refuses the coupon %j", async (params, error) => {
    await expect(stripe.coupons.create(params)).rejects.toMatchObject(error);
  });

  it("sells recurring prices in subscriptions only", async () => {
    const price = await stripe.prices.create({
      currency: "usd",
      unit_amount: 900,
      recurring: { interval: "month" },
      product_data: { name: "Club" },
    });
    const session = {
      success_url: "http://localhost",
      line_items: [{ price: price.id, quantity: 1 }],
    };
    await expect(stripe.checkout.sessions.create({ ...session, mode: "payment" })).rejects.toThrow(
      "passed a recurring price",
    );
    await expect(
      stripe.checkout.sessions.create({ ...session, mode: "subscription" }),
    ).rejects.toMatchObject({ param: "mode" });
  });
});

describe("expanding", () => {
  it.each(["bogus", "amount", "metadata", "description", "latest_charge.bogus", "customer.email"])(
    "refuses %s, whatever is there",
    async (path) => {
      await expect(pay({ expand: [path] })).rejects.toMatchObject({
        message: `This property cannot be expanded (${path}).`,
      });
    },
  );

  it("takes what can be expanded and is not there yet", async () => {
    const expand = ["latest_charge.balance_transaction", "customer.default_source", "review"];
    expect(await pay({ expand })).toMatchObject({ latest_charge: null, customer: null });
  });
});

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
      code: "amount_too_large",
    });
    await stripe.paymentIntents.capture(id, { amount_to_capture: 200 });
    const { amount } = await stripe.refunds.create({ payment_intent: id });
    expect(amount).toBe(700);
    const { data } = await stripe.charges.list({ payment_intent: id });
    expect(data).toMatchObject([{ amount_captured: 1000, amount_refunded: 2000, refunded: true }]);
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

describe("webhook endpoints", () => {
  it.each([
    ["enabled_events[]=bogus.event", "enabled_events[0]"],
    ["enabled_events[]=*&url=nowhere", "url"],
    ["url=http://localhost", "enabled_events"],
  ])("refuse %s", async (given, param) => {
    const body = given.includes("url=") ? given : `${given}&url=http://localhost`;
    const answer = await curl("POST", "/v1/webhook_endpoints", body);
    expect(answer).toMatchObject({ status: 400, ...refusal({ param }) });
  });
});

describe("what is not done", () => {
  it.each([
    ["POST", "/v1/plans"],
    ["GET", "/v1/invoices"],
    ["POST", "/v1/subscriptions"],
    ["GET", "/v1/customers/cus_1/cash_balance"],
    ["GET", "/v2/core/events"],
  ])("%s %s is an unknown address, and said to be Stripe's", async (method, path) => {
    const answer = await curl(method, path, method === "POST" ? "" : undefined);
    const message = expect.stringMatching(/^Unrecognized request URL .* the sandbox does not/);
    const type = "invalid_request_error";
    expect(answer).toMatchObject({ status: 404, ...refusal({ type, message }) });
  });

  it("is told from what does not exist", async () => {
    expect(await curl("GET", "/v1/nonsense")).toMatchObject({
      status: 404,
      ...refusal({ message: expect.stringContaining("Unrecognized request URL") }),
    });
  });
});

describe("keys", () => {
  it.each([
    ["foobar", "Invalid API Key provided: foobar***"],
    ["sk_live_abcdefghijklmnop", "Invalid API Key provided: sk_live_********mnop"],
  ])("like %s are refused", async (key, message) => {
    const answer = await curl("GET", "/v1/customers", undefined, key);
    expect(answer).toEqual({
      status: 401,
      body: { error: { type: "invalid_request_error", message } },
    });
  });
});
