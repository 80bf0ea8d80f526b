import { afterEach, describe, expect, it } from "vitest";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { startCardPresent } from "./card-present-fixture";

/** Cards that are typed, read without a payment, or on file already. */
const register = startCardPresent();

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

/** What Stripe.js does with the client secret of a card form. */
async function typeCard(payment_id: string | null | undefined, payment_method: string) {
  await stripe().paymentIntents.confirm(payment_id ?? "", {
    payment_method,
    return_url: "http://localhost:3000/register",
  });
}

describe("a card that is not there", () => {
  it("is typed in, and kept before it is captured", async () => {
    const external_customer_id = register.name("customer");
    const { payment_id } = await register.intent({
      payment_method_types: "card",
      allow_saving_card: true,
    });
    await typeCard(payment_id, "pm_card_mastercard");
    const card = await register.post("/v1/customer/card", { payment_id, external_customer_id });
    expect(card).toMatchObject({ brand: "Mastercard", last_4: "4444" });
    expect(await register.capture(payment_id, "12.99")).toMatchObject({
      status: "success",
      card_present: false,
      payment: { type: "card_not_present" },
    });
  });

  it("is kept without a payment", async () => {
    const external_customer_id = register.name("customer");
    const { id } = await stripe().paymentMethods.create({
      type: "card",
      card: { token: "tok_amex" },
    });
    const body = { payment_method_id: id, external_customer_id };
    expect(await register.post("/v1/customer/card", body)).toMatchObject({
      card_id: id,
      brand: "American Express",
    });
  });

  it("is read at a reader and kept without a payment", async () => {
    const external_customer_id = register.name("customer");
    const setup = await register.post("/v1/customer/card/setup", {
      external_transaction_id: register.name(),
    });
    const setup_id = String(setup["setup_id"]);
    const save = { setup_id, external_customer_id };
    expect(await register.refused("/v1/customer/card", save)).toMatchObject({ httpStatus: 409 });
    const { id } = await stripe().terminal.readers.create({ registration_code: "simulated-wpe" });
    const shown = { setup_intent: setup_id, allow_redisplay: "always" } as const;
    await stripe().terminal.readers.processSetupIntent(id, shown);
    await stripe().testHelpers.terminal.readers.presentPaymentMethod(id);
    expect(await register.post("/v1/customer/card", save)).toMatchObject({ last_4: "4242" });
  });
});

describe("a card on file", () => {
  it("is charged at once by the intent alone", async () => {
    const file = await register.cardOnFile();
    const charge = { ...file, payment_method_types: "card", capture_method: "automatic" };
    expect(await register.intent(charge)).toMatchObject({
      status: "success",
      amount_captured: "12.99",
      card_present: false,
    });
  });

  it("is held, and captured for less later", async () => {
    const file = await register.cardOnFile();
    const { payment_id, status } = await register.intent({ ...file, payment_method_types: "card" });
    expect(status).toBe("requires_capture");
    expect(await register.capture(payment_id, "3.50")).toMatchObject({
      status: "success",
      amount_captured: "3.50",
      amount_capturable: "0.00",
    });
  });

  it("takes the place of a card at the reader", async () => {
    const { external_customer_id, payment_method_id } = await register.cardOnFile();
    const { payment_id } = await register.intent({ external_customer_id });
    const charged = await register.post("/v1/payment/auth", { payment_id, payment_method_id });
    expect(charged.status).toBe("requires_capture");
    // The name that the caller knows leads to the attempt that counts.
    expect(await register.capture(payment_id)).toMatchObject({ status: "success" });
  });

  it.each([
    { why: "declined", number: "4000000000000341", type: "generic_decline" },
    { why: "wanted by its bank", number: "4000002760003184", type: "authentication_required" },
  ])("that is $why is an error, and the payment can be tried again", async ({ number, type }) => {
    const { id } = await stripe().paymentMethods.create({
      type: "card",
      card: {
        token:
          number === "4000000000000341" ? "tok_chargeCustomerFail" : "tok_threeDSecureRequired",
      },
    });
    const external_customer_id = register.name("customer");
    await register.post("/v1/customer/card", { payment_method_id: id, external_customer_id });
    const charge = {
      amount: 12.99,
      payment_method_types: "card",
      external_transaction_id: register.name(),
      external_customer_id,
      payment_method_id: id,
    };
    const error = await register.refused("/v1/payment/intent", charge);
    expect(error).toMatchObject({ httpStatus: 402, code: 402, type });
    expect(await register.refused("/v1/payment/intent", charge)).toEqual(error);
    const again = { payment_id: error.payment };
    expect(await register.refused("/v1/payment/auth", again)).toMatchObject({
      httpStatus: 402,
      type,
    });
    const good = await stripe().paymentMethods.create({
      type: "card",
      card: { token: "tok_visa" },
    });
    const payment_method_id = good.id;
    await register.post("/v1/customer/card", { payment_method_id, external_customer_id });
    const retried = { payment_id: error.payment, payment_method_id };
    expect(await register.post("/v1/payment/auth", retried)).toMatchObject({ status: "success" });
  });
});
