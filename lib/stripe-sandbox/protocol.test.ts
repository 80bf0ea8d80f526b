import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "./testing";

/** What every request has in common, in Stripe's own words: suites written for Stripe compare them. */
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

type Sent = { method?: string; body?: string; headers?: Record<string, string> };

async function call(path: string, { method, body, headers = {} }: Sent = {}) {
  const type: Record<string, string> =
    body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" };
  const answer = await sandbox.raw(path, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    ...(body === undefined ? {} : { body }),
    headers: { authorization: "Bearer sk_test_x", ...type, ...headers },
  });
  const json: { error?: Record<string, unknown> } = await answer.json();
  return { status: answer.status, headers: answer.headers, error: json.error };
}

describe("an address that does not exist", () => {
  const ending =
    "Please see https://stripe.com/docs or we can help at https://support.stripe.com/.";
  const hint =
    "If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.";

  it.each([
    ["GET", "/v1/nowhere", `Unrecognized request URL (GET: /v1/nowhere). ${ending}`],
    ["PUT", "/v1/customers", `Unrecognized request URL (PUT: /v1/customers). ${ending}`],
    ["GET", "/v1/customers/", `Unrecognized request URL (GET: /v1/customers/). ${hint} ${ending}`],
    [
      "POST",
      "/v1/payment_intents//confirm",
      `Unrecognized request URL (POST: /v1/payment_intents//confirm). ${hint} ${ending}`,
    ],
  ])("%s %s", async (method, path, message) => {
    const { status, error } = await call(path, { method });
    expect(status).toBe(404);
    expect(error).toMatchObject({ type: "invalid_request_error", message });
  });
});

describe("an error", () => {
  it("links to what the request did, unless nobody is known to have sent it", async () => {
    const missing = await call("/v1/payment_intents/pi_x");
    expect(missing.error).toMatchObject({
      code: "resource_missing",
      doc_url: "https://docs.stripe.com/error-codes/resource-missing",
      message: "No such payment_intent: 'pi_x'",
      param: "intent",
      request_log_url: expect.stringContaining(missing.headers.get("request-id") ?? "none"),
    });

    const unknown = await call("/v1/customers", { headers: { authorization: "" } });
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get("www-authenticate")).toBe('Bearer realm="Stripe"');
    expect(unknown.error).not.toHaveProperty("request_log_url");
  });

  it("says whether to try again where the status does not", async () => {
    const pay =
      "amount=900&currency=usd&confirm=true&payment_method=pm_card_chargeDeclined&return_url=http://localhost";
    const headers = { "idempotency-key": "protocol-1" };
    const first = await call("/v1/payment_intents", { body: pay, headers });
    const again = await call("/v1/payment_intents", { body: pay, headers });
    expect(first.headers.get("stripe-should-retry")).toBe("false");
    expect(first.headers.get("original-request")).toBe(first.headers.get("request-id"));
    expect(again.headers.get("stripe-should-retry")).toBe("false");
    expect(again.headers.get("original-request")).toBe(first.headers.get("request-id"));
    expect(again.error).toEqual(first.error);
  });

  it.each([
    ["/v1/customers", "foo=1&bar=2", "Received unknown parameters: foo, bar"],
    ["/v1/customers", "foo=1", "Received unknown parameter: foo"],
    ["/v1/charges", "amount=100&currency=usd", "Must provide source or customer."],
    [
      "/v1/refunds",
      "amount=100",
      "One of the following params should be provided for this request: payment_intent or charge.",
    ],
    [
      "/v1/customers",
      `metadata[a]=${"x".repeat(501)}`,
      `Metadata values can have up to 500 characters, but you passed in a value that is 501 characters. Invalid value: ${"x".repeat(501)}`,
    ],
  ])("in the words of Stripe: %s %s", async (path, body, message) => {
    expect((await call(path, { body })).error).toMatchObject({ message });
  });

  it("for JSON says which content type is meant", async () => {
    const { error } = await call("/v1/customers", {
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(error?.["message"]).toContain("check that your POST content type is");
  });

  it("for a version that is none names it", async () => {
    const { error } = await call("/v1/customers", { headers: { "stripe-version": "newest" } });
    expect(error).toMatchObject({ message: "Invalid Stripe API version: newest" });
  });

  it("for a key that was used at another endpoint names both", async () => {
    const headers = { "idempotency-key": "protocol-2" };
    await call("/v1/customers", { body: "name=a", headers });
    const { status, error } = await call("/v1/products", { body: "name=a", headers });
    expect(status).toBe(400);
    expect(error).toMatchObject({
      type: "idempotency_error",
      message:
        "Keys for idempotent requests can only be used for the same endpoint they were first used for ('/v1/customers' vs '/v1/products'). Try using a key other than 'protocol-2' if you meant to execute a different request.",
    });
  });
});

describe("an answer", () => {
  it("is indented for people with curl, as Stripe's is, and says the same", async () => {
    const headers = { authorization: "Bearer sk_test_x", "user-agent": "curl/8.5.0" };
    const answer = await sandbox.raw("/v1/balance", { headers });
    const text = await answer.text();
    expect(text).toContain('{\n  "object": "balance",\n');
    expect(answer.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  });
});

describe("card numbers of servers", () => {
  const card = {
    type: "card",
    card: { number: "4242424242424242", exp_month: 12, exp_year: 2034, cvc: "123" },
  } as const;

  it("are refused, unless the account has raw card data APIs", async () => {
    await expect(sandbox.stripe.paymentMethods.create(card)).rejects.toMatchObject({
      statusCode: 402,
      message: expect.stringMatching(/^Sending credit card numbers directly/),
    });
    const allowed = await startSandbox({ rawCards: true });
    const made = await allowed.stripe.paymentMethods.create(card);
    expect(made.card).toMatchObject({ brand: "visa", last4: "4242" });
    await allowed.stop();
  });
});

describe("an intent that cannot be confirmed", () => {
  it("is refused for its state, not for a missing return_url", async () => {
    const { stripe } = sandbox;
    const paid = await stripe.paymentIntents.create({
      amount: 900,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "http://localhost",
    });
    const empty = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
    for (const { id } of [paid, empty]) {
      await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject({
        code: "payment_intent_unexpected_state",
      });
    }
  });
});

describe("expansion", () => {
  it("goes four levels deep, the data of a list being one of them", async () => {
    const { stripe } = sandbox;
    const deep = (path: string) => stripe.paymentIntents.list({ expand: [path] });
    await deep("data.latest_charge.customer.default_source");
    await expect(deep("data.latest_charge.customer.default_source.customer")).rejects.toThrow(
      "You cannot expand more than 4 levels of a property.",
    );
  });
});
