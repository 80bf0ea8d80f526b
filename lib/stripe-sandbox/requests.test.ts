import { request } from "node:http";
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

const get = async (path: string) => {
  const answer = await sandbox.raw(path, { headers: { authorization: "Bearer sk_test_x" } });
  const json: { error?: Record<string, unknown> } = await answer.json();
  return { status: answer.status, error: json.error };
};

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
    { what: "a name with 10,000 brackets", body: `metadata${"[".repeat(10_000)}=1`, status: 400 },
    { what: "a null byte", body: "name=a%00b", status: 400 },
    { what: "half a surrogate", body: "name=%ED%A0%80", status: 400 },
    { what: "a text where a group is", body: "metadata=1&metadata[a]=2", status: 400 },
    { what: "too many fields", body: "a=1&".repeat(6000), status: 400 },
  ])("$what is an error, not a crash", async ({ body, status }) => {
    expect((await post("/v1/customers", body)).status).toBe(status);
    expect((await get("/v1/customers")).status).toBe(200);
  });

  it("bytes that are no text are an error", async () => {
    const body = new Uint8Array([...Buffer.from("name="), 0xff, 0xfe]);
    const answer = await sandbox.raw("/v1/customers", { ...asForm(""), body });
    expect(answer.status).toBe(400);
  });

  it("a thousand things to expand cost no more than one, and are all looked at", async () => {
    const many = "expand[]=customer&".repeat(1000);
    const intent = `amount=900&currency=usd&${many}`;
    expect((await post("/v1/payment_intents", intent)).status).toBe(200);
    const bogus = await post("/v1/payment_intents", `${intent}expand[]=lunch`);
    expect(bogus.error?.["message"]).toBe("This property cannot be expanded (lunch).");
  });

  it("JSON bodies and unknown addresses are refused in Stripe's words", async () => {
    const json = await post("/v1/customers", "{}", { "content-type": "application/json" });
    expect(json.status).toBe(400);
    const nowhere = await get("/v1/nowhere");
    expect(nowhere).toMatchObject({ status: 404, error: { type: "invalid_request_error" } });
    expect(nowhere.error?.["message"]).toContain("Unrecognized request URL (GET: /v1/nowhere)");
  });
});

describe("parameters of a list", () => {
  it("may stand in the body, where `curl -X GET -d` puts them", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const options = {
        port: sandbox.port,
        path: "/v1/customers",
        headers: { authorization: "Bearer sk_test_x", "content-length": 9 },
      };
      const outgoing = request(options, (incoming) =>
        incoming.setEncoding("utf8").on("data", resolve),
      );
      outgoing.on("error", reject);
      outgoing.end("limit=ten");
    });
    expect(JSON.parse(answer)).toMatchObject({ error: { message: "Invalid integer: ten" } });
  });
});

describe("idempotency keys", () => {
  it("replay the stored answer, refusals included", async () => {
    const key = { "idempotency-key": "k-1" };
    const first = await sandbox.raw("/v1/customers", asForm("name=Ada", key));
    const second = await sandbox.raw("/v1/customers", asForm("name=Ada", key));
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
});
