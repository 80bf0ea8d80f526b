import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { expectSound } from "@/lib/testing/payments";
import { bodies, held, intent, named, queries, type Endpoint } from "./card-present-endpoints";
import { demoAccount, startCardPresent } from "./card-present-fixture";

/**
 * What nobody should send, sent to every endpoint. Each time the answer is the contract's error with a true
 * status, and nothing has changed.
 */
const register = startCardPresent();

beforeAll(async () => {
  const { payment_id } = await register.intent();
  held.payment_id = payment_id ?? "";
  for (const { right } of bodies) if ("payment_id" in right) right["payment_id"] = payment_id;
});

async function world(): Promise<unknown> {
  const db = await database();
  const [orders, payments, transactions, rows, cards] = await Promise.all([
    db.order.count(),
    db.payment.findMany({ select: { amountMinor: true, authorizedMinor: true, closedAt: true } }),
    db.transaction.count(),
    db.inPersonPayment.findMany({
      select: { id: true, readerRef: true, externalCustomerId: true },
    }),
    db.savedCard.count(),
  ]);
  return { orders, payments, transactions, rows, cards };
}

type Sent = { body?: unknown; text?: string; query?: Record<string, unknown>; key?: string | null };

async function refusal({ method, path }: Endpoint, sent: Sent, ...statuses: number[]) {
  const before = await world();
  const search = new URLSearchParams(Object.entries(sent.query ?? {}).map(([k, v]) => [k, `${v}`]));
  const address = sent.query === undefined ? path : `${path}?${search}`;
  const { text, key } = sent;
  const ask = { ...(text !== undefined && { text }), ...(key !== undefined && { key }) };
  const answer = await register.ask(method, address, sent.body, ask);
  expect([...statuses]).toContain(answer.status);
  expect(answer.json.error?.message).not.toBe("");
  expect(answer.json.error?.code).toBe(answer.status);
  expect(answer.headers.get("x-request-id")).toBe(String(answer.json.request_id));
  expect(JSON.stringify(answer.json)).not.toMatch(/prisma|sql|stack|node_modules/i);
  expect(await world()).toEqual(before);
  return answer.json.error;
}

const whole = (right: Record<string, unknown>) => ({ external_account_id: demoAccount, ...right });

describe("every endpoint", () => {
  it.each(named(bodies))("needs a key that is one: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    for (const key of [null, "", "nope", "demo-register-key x", "💥".replace("💥", "%00")]) {
      await refusal(endpoint, { body: whole(endpoint.right), key }, 401);
    }
  });

  it.each(named(queries))("needs a key that is one: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    for (const key of [null, "nope"]) {
      await refusal(endpoint, { query: whole(endpoint.right), key }, 401);
    }
  });

  it.each(named(bodies))("takes JSON objects and nothing else: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    for (const text of ["", "{", "[]", "null", '"x"', "1", "\u0000", "a=b&c=d"]) {
      await refusal(endpoint, { text }, 400);
    }
    await refusal(endpoint, { text: JSON.stringify({ x: "x".repeat(200_000) }) }, 413);
    const deep = `${"[".repeat(9_000)}${"]".repeat(9_000)}`;
    for (const x of ['"\\u0000"', '"\\ud800"', deep]) {
      await refusal(endpoint, { text: `{"external_account_id":${x},"metadata":{"x":${x}}}` }, 400);
    }
  });

  it.each(named(bodies))("refuses what it does not know: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    await refusal(endpoint, { body: { ...whole(endpoint.right), amuont: 1 } }, 400);
    await refusal(
      endpoint,
      { body: { ...whole(endpoint.right), card: { number: "4242424242424242" } } },
      400,
    );
  });

  it.each(named(bodies))(
    "misses what is left out, or is not what it must be: $name",
    async ({ endpoint }) => {
      expect.hasAssertions();
      const right = whole(endpoint.right);
      for (const field of Object.keys(right)) {
        for (const wrong of [null, {}, [], true, "", "\u0000", -1]) {
          await refusal(endpoint, { body: { ...right, [field]: wrong } }, 400);
        }
      }
      const { external_account_id: _account, ...less } = right;
      await refusal(endpoint, { body: less }, 400);
    },
  );

  it.each(named([...bodies, ...queries]))("knows no other account: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    const wrong = { ...endpoint.right, external_account_id: "account_of_somebody" };
    const isQuery = queries.includes(endpoint);
    await refusal(endpoint, isQuery ? { query: wrong } : { body: wrong }, 404);
  });

  it.each(named(queries))("reads its address strictly: $name", async ({ endpoint }) => {
    expect.hasAssertions();
    await refusal(endpoint, { query: { ...whole(endpoint.right), more: 1 } }, 400);
    const unkept = { ...endpoint.right, external_account_id: "\u0000" };
    await refusal(endpoint, { query: unkept }, 400);
    const { external_account_id: _account, ...less } = whole(endpoint.right);
    await refusal(endpoint, { query: less }, 400);
  });

  it("answers methods and addresses that it does not have", async () => {
    expect.hasAssertions();
    const none = { right: {} };
    await refusal({ method: "DELETE", path: "/v1/payment/intent", ...none }, { body: {} }, 405);
    await refusal({ method: "GET", path: "/v1/payment/capture", ...none }, {}, 405);
    await refusal({ method: "POST", path: "/v1/nothing/here", ...none }, { body: {} }, 404);
  });
});

describe("ids that lead nowhere", () => {
  it.each(["pi_1HukElJKggKyYsMVXSTqKZ24", "pi_x"])(
    "%s is no payment of ours",
    async (payment_id) => {
      expect.hasAssertions();
      for (const endpoint of bodies.filter(({ right }) => "payment_id" in right)) {
        await refusal(endpoint, { body: { ...whole(endpoint.right), payment_id } }, 404);
      }
    },
  );

  it.each(["1", "cus_1", "pi_", "pi_1 OR 1=1", "../pi_1", "pi_💥", 12])(
    "%s is no payment id",
    async (payment_id) => {
      expect.hasAssertions();
      for (const endpoint of bodies.filter(({ right }) => "payment_id" in right)) {
        await refusal(endpoint, { body: { ...whole(endpoint.right), payment_id } }, 400);
      }
    },
  );

  it("of readers and locations are not found", async () => {
    expect.hasAssertions();
    const post = (path: string) => ({ method: "POST", path, right: {} });
    const auth = { ...held, reader_id: "tmr_nobody" };
    await refusal(post("/v1/payment/auth"), { body: whole(auth) }, 404);
    const location = "tml_nowhere";
    await refusal(post("/v1/terminal/connection_token"), { body: whole({ location }) }, 404);
    const reader = { registration_code: "simulated-wpe", location };
    await refusal(post("/v1/terminal/reader"), { body: whole(reader) }, 404);
    const list = { method: "GET", path: "/v1/terminal/reader", right: {} };
    await refusal(list, { query: whole({ location }) }, 404);
  });

  it("are not found in addresses either", async () => {
    expect.hasAssertions();
    for (const id of ["pi_nothing", "nope", "%F0%9F%99%82", "1%20OR%201=1"]) {
      const endpoint = { method: "GET", path: `/v1/payment/${id}`, right: {} };
      await refusal(endpoint, { query: whole({}) }, 404);
      const card = { method: "DELETE", path: `/v1/customer/card/${id}`, right: {} };
      await refusal(card, { query: whole({ external_customer_id: "c" }) }, 404);
    }
  });
});

describe("amounts", () => {
  it.each([0, "0", -1, "-1", "1,50", "1.234", 1.234, "1e3", 1e21, "NaN", "", " ", "0x10", "١٢"])(
    "of %j are no amounts",
    async (amount) => {
      expect.hasAssertions();
      for (const endpoint of bodies.filter(({ right }) => "amount" in right)) {
        await refusal(endpoint, { body: { ...whole(endpoint.right), amount } }, 400);
      }
    },
  );

  it.each([0.01, "0.49"])("of %j are less than a card can be charged", async (amount) => {
    const endpoint = { method: "POST", path: "/v1/payment/intent", right: {} };
    const body = { ...intent, external_account_id: demoAccount, amount };
    expect(await refusal(endpoint, { body }, 400)).toMatchObject({
      message: "amount: must be at least 0.50 USD",
      param: "amount",
    });
  });

  it("are never more than there is", async () => {
    expect.hasAssertions();
    const payment_id = await register.authorized();
    await register.get(`/v1/payment/${payment_id}`);
    const of = { method: "POST", right: {} };
    const more = { body: whole({ payment_id, amount: 13 }) };
    await refusal({ ...of, path: "/v1/payment/capture" }, more, 422);
    await register.post("/v1/payment/capture", { payment_id });
    await refusal({ ...of, path: "/v1/payment/refund" }, more, 422);
    await expectSound();
  });
});
