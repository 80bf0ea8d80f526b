import { afterEach, describe, expect, it } from "vitest";
import { expectAgreement, expectSound } from "@/lib/testing/payments";
import { startCardPresent } from "./card-present-fixture";

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
    const captured = await register.post("/v1/payment/capture", { payment_id, amount: "12.99" });
    expect(captured).toMatchObject({
      status: "success",
      amount_captured: "12.99",
      amount_refundable: "12.99",
      card_present: true,
      payment: { type: "card_present", brand: "Visa", last_4: "4242" },
    });

    const card = await register.post("/v1/customer/card", { payment_id, external_customer_id });
    expect(card).toMatchObject({ external_customer_id, brand: "Visa", last_4: "4242" });
    expect(card["customer_id"]).toMatch(/^cus_/);
    expect(card["card_id"]).toMatch(/^pm_/);
  });
});
