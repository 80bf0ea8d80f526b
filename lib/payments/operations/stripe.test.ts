import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { saveGatewaySettings, gatewaySettingsSchema } from "@/lib/payments/store/gateway-settings";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, expectAgreement, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { capturePayment } from "./capture-payment";
import { lookAgain } from "./look-again";
import { payOrder, type PayOrder } from "./pay-order";
import { refundPayment } from "./refund-payment";
import { voidPayment } from "./void-payment";

useTestDatabase();
const sandbox = useSandbox();

const actor = "merchant:test";

afterEach(async () => {
  await expectSound();
  await expectAgreement();
});

async function pay(overrides: Partial<PayOrder> & { totalMinor?: number } = {}) {
  const { totalMinor = 5000, ...rest } = overrides;
  const orderId = await createOrder({ totalMinor });
  return payOrder({
    orderId,
    gateway: "stripe",
    method: "authorize",
    source: "pm_card_visa",
    actor,
    ...rest,
  });
}

const order = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { cases: true } });

const at = (intent: string | null, options = {}) =>
  stripe().paymentIntents.retrieve(intent ?? "", {}, options);

describe.each(["stripe", "stripe_connect"] as const)("%s", (gateway) => {
  const options = () => (gateway === "stripe" ? {} : { stripeAccount: sandbox.account });

  it.each(["pm_card_visa", "tok_visa"])("is paid with %s", async (source) => {
    const payment = await pay({ gateway, method: "purchase", source });
    expect(payment).toMatchObject({ capturedMinor: 5000, instrument: { brand: "visa" } });
    expect(await order(payment.orderId)).toMatchObject({ payment: "paid", status: "complete" });
    expect(await at(payment.gatewayRef, options())).toMatchObject({
      amount_received: 5000,
      metadata: { order_id: payment.orderId, payment_id: payment.id },
    });
  });

  it("lesson 29: authorizes, captures in parts and lets go of the rest", async () => {
    const payment = await pay({ gateway });
    expect(payment).toMatchObject({ authorizedMinor: 5000, capturedMinor: 0 });
    expect(payment.captureBefore).not.toBeNull();
    await capturePayment({ paymentId: payment.id, amountMinor: 1200, actor });
    expect(await at(payment.gatewayRef, options())).toMatchObject({
      amount_received: 1200,
      amount_capturable: 3800,
    });
    await capturePayment({ paymentId: payment.id, amountMinor: 800, actor });
    await voidPayment({ paymentId: payment.id, actor });
    expect(await at(payment.gatewayRef, options())).toMatchObject({ amount_received: 2000 });
    expect(await order(payment.orderId)).toMatchObject({ payment: "partially_paid" });
  });

  it("lesson 44: refunds in parts, never more than was captured", async () => {
    const payment = await pay({ gateway, method: "purchase" });
    const paymentId = payment.id;
    await refundPayment({ paymentId, amountMinor: 4999, actor, reason: "requested_by_customer" });
    await expect(refundPayment({ paymentId, amountMinor: 2, actor })).rejects.toMatchObject({
      code: "amount_too_large",
      facts: { leftMinor: 1 },
    });
    await refundPayment({ paymentId, actor });
    await expect(refundPayment({ paymentId, actor })).rejects.toMatchObject({
      code: "nothing_to_refund",
    });
    expect(await order(payment.orderId)).toMatchObject({ payment: "refunded" });
  });
});

describe("stripe", () => {
  it("captures once where the card allows no more, and releases the rest", async () => {
    const settings = gatewaySettingsSchema.parse({});
    const once = { ...settings, stripe: { ...settings.stripe, severalCaptures: false } };
    await saveGatewaySettings(once);
    const payment = await pay();
    await saveGatewaySettings(settings);
    await capturePayment({ paymentId: payment.id, amountMinor: 4000, actor });
    const db = await database();
    const [after] = await db.payment.findMany({ where: { id: payment.id } });
    expect(after).toMatchObject({ capturedMinor: 4000n, voidedMinor: 1000n });
    await expect(capturePayment({ paymentId: payment.id, actor })).rejects.toMatchObject({
      code: "nothing_to_capture",
    });
  });

  it("lesson 7: says why a card was declined, and the order can be paid with another", async () => {
    const payment = await pay({ method: "purchase", source: "pm_card_visa_chargeDeclined" });
    expect(payment.transactions).toMatchObject([
      { status: "failed", failureCode: "generic_decline" },
    ]);
    expect(await order(payment.orderId)).toMatchObject({ payment: "unpaid", status: "incomplete" });
    const { orderId } = payment;
    const request = { orderId, gateway: "stripe", method: "purchase", actor } as const;
    await payOrder({ ...request, source: "pm_card_visa" });
    expect(await order(orderId)).toMatchObject({ payment: "paid" });
  });

  it("lesson 54: waits for the shopper's bank, and is confirmed by looking again", async () => {
    const payment = await pay({ method: "purchase", source: "pm_card_threeDSecureRequired" });
    expect(payment.transactions).toMatchObject([{ status: "requires_action" }]);
    expect(payment.nextAction).toMatchObject({ kind: "authenticate" });
    expect(payment.nextAction?.clientSecret).toContain("_secret_");
    await lookAgain({ paymentId: payment.id });
    expect(await order(payment.orderId)).toMatchObject({ payment: "unpaid" });
  });

  it("refuses a source without its customer", async () => {
    await expect(pay({ source: "src_123" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("refuses a gateway that the merchant has switched off, and asks nobody", async () => {
    const settings = gatewaySettingsSchema.parse({});
    await saveGatewaySettings({
      ...settings,
      stripe_connect: { enabled: false, applicationFeeBasisPoints: 0 },
    });
    await expect(pay({ gateway: "stripe_connect" })).rejects.toMatchObject({
      code: "gateway_disabled",
    });
    await saveGatewaySettings(settings);
  });

  it("takes the platform's share on a connected account", async () => {
    const settings = gatewaySettingsSchema.parse({});
    await saveGatewaySettings({
      ...settings,
      stripe_connect: { enabled: true, applicationFeeBasisPoints: 250 },
    });
    const payment = await pay({ gateway: "stripe_connect", method: "purchase" });
    const intent = await at(payment.gatewayRef, { stripeAccount: sandbox.account });
    expect(intent.application_fee_amount).toBe(125);
    await refundPayment({ paymentId: payment.id, actor });
    await saveGatewaySettings(settings);
  });
});
