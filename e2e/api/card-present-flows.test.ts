import { afterEach, describe, expect, it } from "vitest";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { demoAccount, startCardPresent } from "./card-present-fixture";

/** Each flow that the contract describes, over HTTP, to the ledger and back. */
const register = startCardPresent();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

describe("a card at the reader", () => {
  it("is authorized, captured and kept for the customer of the intent", async () => {
    const external_customer_id = register.name("customer");
    const intent = await register.intent({ external_customer_id });
    expect(intent).toMatchObject({ status: "requires_payment_method", amount: "12.99" });
    expect(intent.client_secret).toContain(intent.payment_id);

    await register.tap(intent.payment_id);
    const { payment_id } = intent;
    expect(await register.capture(payment_id, "12.99")).toMatchObject({
      status: "success",
      amount_captured: "12.99",
      amount_refundable: "12.99",
      card_present: true,
      authorization_code: "123456",
      payment: { type: "card_present", brand: "Visa", last_4: "4242" },
    });

    const card = await register.post("/v1/customer/card", { payment_id, external_customer_id });
    expect(card).toMatchObject({ external_customer_id, brand: "Visa", last_4: "4242" });
    expect(card["customer_id"]).toMatch(/^cus_/);
    expect(card["card_id"]).toMatch(/^pm_/);
    const again = await register.post("/v1/customer/card", { payment_id, external_customer_id });
    expect({ ...again, request_id: 0 }).toEqual({ ...card, request_id: 0 });
    const { cards } = await register.get("/v1/customer/card", { external_customer_id });
    expect(cards).toMatchObject([{ card_id: card["card_id"], is_default: true }]);
  });

  it("is captured for less, and the rest is let go of", async () => {
    const payment_id = await register.authorized();
    const authorized = await register.get(`/v1/payment/${payment_id}`);
    expect(authorized).toMatchObject({ status: "requires_capture", amount_capturable: "12.99" });
    const hours = (Date.parse(String(authorized["capture_before"])) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(40);
    expect(hours).toBeLessThan(50);
    const captured = await register.capture(payment_id, "10.00");
    expect(captured).toMatchObject({ amount_captured: "10.00", amount_capturable: "0.00" });
    expect(await register.capture(payment_id, "10")).toMatchObject({ amount_captured: "10.00" });
    expect(await register.refused("/v1/payment/capture", { payment_id, amount: 9 })).toMatchObject({
      httpStatus: 409,
      code: 409,
    });
  });

  it("is captured by itself, and kept for a customer who is named later", async () => {
    const { external_customer_id, payment_method_id } = await register.cardOnFile();
    const { cards } = await register.get("/v1/customer/card", { external_customer_id });
    expect(cards).toMatchObject([{ payment_method_id }]);
  });

  it("bears the tip that the shopper adds at the reader", async () => {
    const intent = await register.intent();
    const { readers } = stripe().terminal;
    const { id } = await readers.create({ registration_code: "simulated-wpe" });
    await readers.processPaymentIntent(id, { payment_intent: intent.payment_id ?? "" });
    await stripe().testHelpers.terminal.readers.presentPaymentMethod(id, { amount_tip: 201 });
    const seen = await register.get(`/v1/payment/${intent.payment_id}`);
    expect(seen).toMatchObject({ amount: "15.00", amount_authorized: "15.00", tip_amount: "2.01" });
    expect(await register.capture(intent.payment_id)).toMatchObject({ amount_captured: "15.00" });
  });

  it("is asked for another amount until a card is there", async () => {
    const { payment_id } = await register.intent();
    const change = { external_account_id: demoAccount, payment_id, amount: "20.50" };
    const changed = await register.ask("PUT", "/v1/payment/intent", change);
    expect(changed.json).toMatchObject({ payment_id, amount: "20.50" });
    await register.tap(payment_id);
    expect(await register.capture(payment_id)).toMatchObject({ amount_captured: "20.50" });
    const late = await register.ask("PUT", "/v1/payment/intent", { ...change, amount: 1 });
    expect(late).toMatchObject({ status: 409, json: { error: { code: 409 } } });
  });

  it("can be declined, and another one given to the same payment", async () => {
    const { payment_id } = await register.intent();
    await register.tap(payment_id, "4000000000000002").catch(() => null);
    const declined = await register.get(`/v1/payment/${payment_id}`);
    expect(declined).toMatchObject({ status: "requires_payment_method" });
    expect(declined["last_error"]).toMatchObject({ code: 402 });
    await register.tap(payment_id);
    expect(await register.capture(payment_id)).toMatchObject({ status: "success" });
  });

  it("is not kept before its capture, nor for two customers", async () => {
    const payment_id = await register.authorized();
    const save = (external_customer_id: string) => ({ payment_id, external_customer_id });
    const [ann, bob] = [register.name("ann"), register.name("bob")];
    expect(await register.refused("/v1/customer/card", save(ann))).toMatchObject({
      httpStatus: 409,
    });
    await register.capture(payment_id);
    await register.post("/v1/customer/card", save(ann));
    expect(await register.refused("/v1/customer/card", save(bob))).toMatchObject({
      httpStatus: 409,
    });
  });

  it("is let go of when it is cancelled, and given back when it is refunded", async () => {
    const held = await register.authorized();
    const body = { payment_id: held };
    expect(await register.post("/v1/payment/cancel", body)).toMatchObject({ status: "canceled" });
    expect(await register.post("/v1/payment/cancel", body)).toMatchObject({ status: "canceled" });
    expect(await register.refused("/v1/payment/capture", body)).toMatchObject({ httpStatus: 409 });

    const taken = await register.authorized();
    await register.capture(taken);
    expect(await register.refused("/v1/payment/cancel", { payment_id: taken })).toMatchObject({
      httpStatus: 409,
    });
    const refund = { payment_id: taken, amount: 5, external_refund_id: "r1" };
    const once = await register.post("/v1/payment/refund", refund);
    expect(once).toMatchObject({ amount_refunded: "5.00", amount_refundable: "7.99" });
    expect(await register.post("/v1/payment/refund", refund)).toMatchObject({
      amount_refunded: "5.00",
    });
    const rest = await register.post("/v1/payment/refund", { payment_id: taken });
    expect(rest).toMatchObject({ amount_refunded: "12.99", amount_refundable: "0.00" });
  });
});
