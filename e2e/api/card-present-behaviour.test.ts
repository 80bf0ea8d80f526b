import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { recoverAll } from "@/lib/testing/history";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { demoAccount, otherAccount, startCardPresent } from "./card-present-fixture";

/** What clients rely on beside the flows: names, repetition, amounts and crowds. */
const register = startCardPresent();
const gateway = useFlakyGateway();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

const intentOf = (fields: Record<string, unknown> = {}) => ({
  external_account_id: demoAccount,
  amount: 12.99,
  payment_method_types: "card_present",
  capture_method: "manual",
  external_transaction_id: register.name(),
  ...fields,
});

const post = (path: string, body: unknown, ask = {}) => register.ask("POST", path, body, ask);
const FIFTY = Array.from({ length: 50 });

describe("an external transaction id", () => {
  it("is answered alike when the same is asked again", async () => {
    const body = intentOf();
    const first = await post("/v1/payment/intent", body);
    const again = await post("/v1/payment/intent", body);
    expect({ ...again.json, request_id: 0 }).toEqual({ ...first.json, request_id: 0 });
    expect(again.json.request_id).not.toBe(first.json.request_id);
  });

  it("is refused with other content, in the words that clients know and without a number", async () => {
    const body = intentOf();
    await post("/v1/payment/intent", body);
    const { status, json } = await post("/v1/payment/intent", { ...body, amount: 13 });
    expect(status).toBe(409);
    expect(json.error?.message).toMatch(
      /^Your request includes either a payment_id or external_payment_id\/external_transaction_id that already exists\./,
    );
    expect(json.error?.code).toBeUndefined();
  });

  it("whose answer never came is no payment without a name, and is found when asked again", async () => {
    const body = intentOf();
    gateway.next("dropped_after_effect");
    const lost = await post("/v1/payment/intent", body);
    expect(lost).toMatchObject({ status: 503, json: { error: { code: 503 } } });
    expect(lost.headers.get("retry-after")).toBe("2");
    await recoverAll();
    const found = await post("/v1/payment/intent", body);
    expect(found.json).toMatchObject({ status: "requires_payment_method" });
    expect(found.json.client_secret).toContain(found.json.payment_id);
  });

  it("may be a number, and has a second name", async () => {
    const number = Number(String(Date.now()).slice(-9));
    const first = await post("/v1/payment/intent", intentOf({ external_transaction_id: number }));
    const body = intentOf({ external_transaction_id: undefined, external_payment_id: `${number}` });
    const again = await post("/v1/payment/intent", body);
    expect(again.json.payment_id).toBe(first.json.payment_id);
    expect(again.json).toMatchObject({ external_transaction_id: `${number}` });
  });

  it("is each account's own", async () => {
    const other = await otherAccount(register.name("account"));
    const body = intentOf();
    const first = await post("/v1/payment/intent", body);
    const theirs = { ...body, external_account_id: other.account.externalId };
    const second = await post("/v1/payment/intent", theirs, { key: other.key });
    expect(second.status).toBe(200);
    expect(second.json.payment_id).not.toBe(first.json.payment_id);
  });

  it("can be split among payments that are known", async () => {
    const body = intentOf({ amount: 20 });
    const first = await post("/v1/payment/intent", body);
    const more = { ...body, amount: 30, known_payment_ids: [first.json.payment_id] };
    const second = await post("/v1/payment/intent", more);
    expect(second.status).toBe(200);
    expect(second.json.payment_id).not.toBe(first.json.payment_id);
    expect((await post("/v1/payment/intent", more)).json.payment_id).toBe(second.json.payment_id);
    const wrong = { ...more, amount: 31 };
    expect((await post("/v1/payment/intent", wrong)).status).toBe(409);
  });
});

describe("fifty at once", () => {
  it("of one intent make one payment", async () => {
    const body = intentOf();
    const answers = await Promise.all(FIFTY.map(() => post("/v1/payment/intent", body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ json }) => json.payment_id)).size).toBe(1);
    const made = (await stripe().paymentIntents.list({ limit: 100 })).data.filter(
      ({ metadata }) => metadata["payment_id"] !== undefined,
    );
    const ours = await (await database()).payment.count();
    expect(made).toHaveLength(ours);
  }, 60_000);

  it("capture once, and are answered alike", async () => {
    const payment_id = await register.authorized();
    const body = { external_account_id: demoAccount, payment_id, amount: "10.00" };
    const answers = await Promise.all(FIFTY.map(() => post("/v1/payment/capture", body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const payment = await (
      await database()
    ).payment.findFirstOrThrow({
      where: { gatewayRef: payment_id },
      include: { transactions: { where: { kind: "capture" } } },
    });
    expect(payment).toMatchObject({ capturedMinor: 1000n, transactions: { length: 1 } });
  }, 60_000);

  it("that save one card keep one", async () => {
    const payment_id = await register.authorized();
    await register.post("/v1/payment/capture", { payment_id });
    const external_customer_id = register.name("customer");
    const body = { external_account_id: demoAccount, payment_id, external_customer_id };
    const answers = await Promise.all(
      FIFTY.slice(0, 10).map(() => post("/v1/customer/card", body)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { cards } = await register.get("/v1/customer/card", { external_customer_id });
    expect(cards).toHaveLength(1);
  }, 60_000);
});

describe("amounts", () => {
  it.each([
    { currency: "JPY", asked: 1299, answered: "1299", atGateway: 1299 },
    { currency: "JPY", asked: "1299.00", answered: "1299", atGateway: 1299 },
    { currency: "KWD", asked: 12.99, answered: "12.990", atGateway: 12_990 },
    { currency: "KWD", asked: "1.500", answered: "1.500", atGateway: 1500 },
    { currency: "USD", asked: 0.57, answered: "0.57", atGateway: 57 },
    { currency: "USD", asked: 1.1, answered: "1.10", atGateway: 110 },
    { currency: "USD", asked: "1234.56", answered: "1234.56", atGateway: 123_456 },
  ] as const)("of $asked $currency are $answered everywhere", async (row) => {
    const { currency, asked, answered, atGateway } = row;
    const { account, key } = await otherAccount(register.name(currency), currency);
    const of = { external_account_id: account.externalId };
    const intent = await post("/v1/payment/intent", intentOf({ ...of, amount: asked }), { key });
    expect(intent.json).toMatchObject({ amount: answered, currency });
    const { payment_id } = intent.json;
    const made = await stripe().paymentIntents.retrieve(payment_id ?? "");
    expect(made.amount).toBe(atGateway);
    await register.tap(payment_id);
    const capture = { ...of, payment_id, amount: asked };
    const captured = await post("/v1/payment/capture", capture, { key });
    expect(captured.json).toMatchObject({
      amount_captured: answered,
      amount_capturable: toZero(answered),
    });
    const refunded = await post("/v1/payment/refund", { ...of, payment_id }, { key });
    expect(refunded.json).toMatchObject({ amount_refunded: answered });
  });

  const toZero = (amount: string) => amount.replaceAll(/\d/g, "0").replace(/^0+(?=0)/, "");
});
