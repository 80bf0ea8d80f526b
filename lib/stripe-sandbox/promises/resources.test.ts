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
