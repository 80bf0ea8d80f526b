import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "../testing/shop";
import { call, charge, openTillIn } from "../testing/till";

/** The simulated reader as a register uses it: in a page, with the sandbox behind it. */
let shop: Shop;
beforeAll(async () => (shop = await openShop()), 60_000);
afterEach(() => shop.sandbox.raw("/_sandbox/faults", { method: "DELETE" }));
afterAll(() => shop.close());

const steer = (readers: object[]) => post("/_sandbox/faults", { readers });
const post = (path: string, body: object) =>
  shop.sandbox.raw(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const openTill = () => openTillIn(shop);

const intent = async (extra: object = {}) => {
  const made = await shop.sandbox.stripe.paymentIntents.create({
    amount: 2000,
    currency: "usd",
    allowed_payment_method_types: ["card_present"],
    ...extra,
  });
  return { id: made.id, secret: made.client_secret ?? "" };
};

describe("a register with the simulated reader", () => {
  it("takes a tip with the payment, and one configuration for one payment", async () => {
    const page = await openTill();
    const { id, secret } = await intent();
    const paid = await charge(page, secret, { tipAmount: 300 });
    expect(paid.paymentIntent).toMatchObject({ status: "succeeded", amount: 2300 });
    const stored = await shop.sandbox.stripe.paymentIntents.retrieve(id);
    expect(stored).toMatchObject({
      amount_received: 2300,
      amount_details: { tip: { amount: 300 } },
    });
    expect(await call(page, "getSimulatorConfiguration")).toEqual({});
    const untipped = await intent();
    const options = { config_override: { skip_tipping: true } };
    const second = await charge(page, untipped.secret, { tipAmount: 300 }, options);
    expect(second.paymentIntent.amount).toBe(2000);
  });

  it("is refused by the bank, and tries the same intent again with another card", async () => {
    const page = await openTill();
    const { secret } = await intent({ capture_method: "manual" });
    const refused = await charge(page, secret, { testCardNumber: "4000000000009995" });
    expect(refused.error).toMatchObject({
      code: "card_declined",
      decline_code: "insufficient_funds",
      payment_intent: { status: "requires_payment_method" },
    });
    const held = await charge(page, secret);
    expect(held.paymentIntent.status).toBe("requires_capture");
  });

  it("shows the card before the payment when it is asked to update the intent", async () => {
    const page = await openTill();
    const { secret } = await intent();
    const config = { config_override: { update_payment_intent: true } };
    const { paymentIntent } = await call(page, "collectPaymentMethod", secret, config);
    expect(paymentIntent.payment_method.card_present).toMatchObject({ last4: "4242" });
    const paid = await call(page, "processPayment", paymentIntent);
    expect(paid.paymentIntent.status).toBe("succeeded");
  });

  it("saves a card with a setup intent, and reads one for later", async () => {
    const page = await openTill();
    const { stripe } = shop.sandbox;
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      allowed_payment_method_types: ["card_present"],
    });
    const name = "collectSetupIntentPaymentMethod";
    const read = await call(page, name, setup.client_secret, "always", null);
    const done = await call(page, "confirmSetupIntent", read.setupIntent);
    expect(done.setupIntent.status).toBe("succeeded");
    const { data } = await stripe.customers.listPaymentMethods(customer.id);
    expect(data[0]).toMatchObject({ type: "card", allow_redisplay: "always" });
    expect(await call(page, name, setup.client_secret, false, null)).toMatchObject({
      error: { message: expect.stringContaining("consent") },
    });
    const card = await call(page, "readReusableCard");
    expect(card.payment_method).toMatchObject({ type: "card", card: { last4: "4242" } });
  });

  it("gives money back to the card", async () => {
    const page = await openTill();
    const { id, secret } = await intent();
    await charge(page, secret);
    const { latest_charge } = await shop.sandbox.stripe.paymentIntents.retrieve(id);
    expect(await call(page, "collectRefundPaymentMethod", latest_charge, 500, "usd")).toEqual({});
    const { refund } = await call(page, "processRefund");
    expect(refund).toMatchObject({ amount: 500, status: "succeeded", payment_intent: id });
    await call(page, "collectRefundPaymentMethod", latest_charge, 5000, "usd");
    expect((await call(page, "processRefund")).error.message).toContain("is greater than");
  });

  it("can be cancelled while nobody shows a card, and then works again", async () => {
    const page = await openTill();
    await steer([{ command: "collectPaymentMethod", kind: "no_card", times: 1 }]);
    const { secret } = await intent();
    const waiting = call(page, "collectPaymentMethod", secret);
    await page.waitForFunction(
      () => Reflect.get(window, "terminal").getPaymentStatus() === "waiting_for_input",
    );
    expect(await call(page, "cancelCollectPaymentMethod")).toEqual({});
    expect(await waiting).toMatchObject({ error: { code: "canceled" } });
    expect((await charge(page, secret)).paymentIntent.status).toBe("succeeded");
  });

  it("is steered by a test: another card, a customer who cancels, a busy reader", async () => {
    const page = await openTill();
    const { secret } = await intent();
    const once = { command: "collectPaymentMethod", times: 1 };
    await steer([
      { ...once, kind: "canceled" },
      { ...once, kind: "busy" },
      { ...once, kind: "card", card: "charge_declined_expired_card" },
      { ...once, kind: "late", ms: 20 },
    ]);
    expect((await charge(page, secret)).error.code).toBe("canceled");
    expect((await charge(page, secret)).error.code).toBe("reader_error");
    expect((await charge(page, secret)).error.decline_code).toBe("expired_card");
    expect((await charge(page, secret)).paymentIntent.status).toBe("succeeded");
  });

  it("goes away in the middle, tells so, and can be connected again", async () => {
    const page = await openTill();
    const { secret } = await intent();
    await steer([{ command: "processPayment", kind: "gone", times: 1 }]);
    expect((await charge(page, secret)).error.code).toBe("network_error");
    expect(await call(page, "getConnectionStatus")).toBe("not_connected");
    expect(await page.evaluate(() => Reflect.get(window, "heard").at(-1))).toMatchObject({
      error: { message: expect.stringContaining("lost") },
    });
    await steer([{ command: "discoverReaders", kind: "offline", times: 1 }]);
    const none = await call(page, "discoverReaders", { simulated: true });
    expect(none.discoveredReaders).toEqual([]);
    const { discoveredReaders } = await call(page, "discoverReaders", { simulated: true });
    await call(page, "connectReader", discoveredReaders[0]);
    expect((await charge(page, secret)).paymentIntent.status).toBe("succeeded");
  });

  it("may pay although the answer is lost: the intent says so", async () => {
    const page = await openTill();
    const { id, secret } = await intent();
    const endpoint = "POST /v1/terminal/simulator/pay";
    await post("/_sandbox/faults", {
      requests: [{ endpoint, kind: "cut_answer", times: 1 }],
    });
    expect((await charge(page, secret)).error.code).toBe("network_error");
    const { status } = await shop.sandbox.stripe.paymentIntents.retrieve(id);
    expect(status).toBe("succeeded");
  });

  it("asks for an e-mail address, or is skipped", async () => {
    const page = await openTill();
    const asked = { inputs: [{ formType: "email", title: "Receipt?" }] };
    expect(await call(page, "collectInputs", asked)).toMatchObject([
      { formType: "email", skipped: false, email: "shopper@example.com" },
    ]);
    const skip = { collectInputsResult: { resultType: "succeeded", skipBehavior: "all" } };
    await call(page, "setSimulatorConfiguration", skip);
    expect(await call(page, "collectInputs", asked)).toMatchObject([
      { skipped: true, email: null },
    ]);
  });
});
