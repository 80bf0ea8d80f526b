import { afterEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { readGatewaySettings, saveGatewaySettings } from "@/lib/payments/store/gateway-settings";
import { storeSettingsSchema } from "@/lib/store-settings/schema";
import { saveStoreSettings } from "@/lib/store-settings/store-settings";
import { useTestDatabase } from "@/lib/testing/database";
import { createOrder, createVariant, expectSound } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { lookAgain } from "./look-again";
import { startCheckoutPayment, type StartCheckoutPayment } from "./start-checkout-payment";
import { syncPrices } from "./sync-prices";

useTestDatabase();
useSandbox();
afterEach(() => saveStoreSettings(storeSettingsSchema.parse({})));

const start = (orderId: string, more: Partial<StartCheckoutPayment> = {}) =>
  startCheckoutPayment({
    orderId,
    collectedBy: "hosted",
    returnUrl: "http://localhost:3000/return",
    cancelUrl: "http://localhost:3000/cancel",
    actor: "shopper",
    ...more,
  });

const sessionOf = (sessionId: string) =>
  stripe().checkout.sessions.retrieve(sessionId, { expand: ["line_items", "payment_intent"] });

async function capture(captureWhen: "merchant" | "stock_confirmed" | null) {
  const settings = await readGatewaySettings();
  const checkoutMethod = captureWhen === null ? "purchase" : "authorize";
  const held = { checkoutMethod, captureWhen: captureWhen ?? "merchant" } as const;
  await saveGatewaySettings({ ...settings, stripe: { ...settings.stripe, ...held } });
}

async function paid(orderId: string) {
  const { isHeldOnly, ...checkout } = await start(orderId);
  await payByCard(checkout, cards.good);
  await lookAgain({ orderId });
  const db = await database();
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { payment: true, status: true },
  });
  return { ...order, isHeldOnly };
}

describe("when money moves", () => {
  afterEach(() => capture(null));

  it.each([
    { promise: "at once", when: null, is: { payment: "paid", isHeldOnly: false } },
    { promise: "later", when: "merchant", is: { payment: "authorized", isHeldOnly: true } },
    {
      promise: "as soon as the goods are confirmed",
      when: "stock_confirmed",
      is: { payment: "paid", status: "complete", isHeldOnly: false },
    },
  ] as const)("is $promise, as the setting says", async ({ when, is }) => {
    await capture(when);
    expect(await paid(await createOrder())).toMatchObject(is);
    await expectSound();
  });

  it("lets go of what is held when the goods turn out to be gone", async () => {
    await capture("stock_confirmed");
    const variantId = await createVariant(1);
    const orderId = await createOrder({ variantId });
    const checkout = await start(orderId);
    const db = await database();
    await db.stockReservation.updateMany({ where: { orderId }, data: { status: "released" } });
    await db.stockItem.update({ where: { variantId }, data: { onHand: 0, reserved: 0 } });
    await payByCard(checkout, cards.good);
    await lookAgain({ orderId });
    const order = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(order).toMatchObject({ status: "cancelled", payment: "voided" });
  });

  it("waits when one product of the order is made to order", async () => {
    await capture("stock_confirmed");
    const variantId = await createVariant(5);
    const db = await database();
    const where = { variants: { some: { id: variantId } } };
    await db.product.updateMany({ where, data: { captureLater: true } });
    const order = await paid(await createOrder({ variantId }));
    expect(order).toMatchObject({ payment: "authorized", isHeldOnly: true });
    await expectSound();
  });
});

describe("Stripe's pages", () => {
  it("have the shop's look, words and methods; fields in our page have their own", async () => {
    await saveStoreSettings(
      storeSettingsSchema.parse({
        methods: ["card", "alipay"],
        branding: { name: "Kittiwake", buttonColor: "#c03d19" },
        texts: { submit: "Sent from the quay." },
      }),
    );
    const orderId = await createOrder();
    const hosted = await sessionOf((await start(orderId)).sessionId);
    expect(hosted).toMatchObject({
      locale: "en",
      custom_text: { submit: { message: "Sent from the quay." } },
      payment_method_types: ["card", "alipay"],
      success_url: "http://localhost:3000/return",
      cancel_url: "http://localhost:3000/cancel",
    });
    const fields = await sessionOf((await start(orderId, { collectedBy: "elements" })).sessionId);
    expect(fields).toMatchObject({ ui_mode: "elements", payment_method_types: ["card", "alipay"] });
    expect((await sessionOf(hosted.id)).status).toBe("expired");
  });

  it("offer somebody whom Stripe knows their own cards, and keep what they agree to", async () => {
    const customer = await stripe().customers.create({ email: "ada@example.com" });
    const orderId = await createOrder();
    const command = { customerRef: customer.id, keepCard: "agreed" } as const;
    const checkout = await start(orderId, command);
    expect(await sessionOf(checkout.sessionId)).toMatchObject({
      customer: customer.id,
      saved_payment_method_options: {
        payment_method_save: null,
        payment_method_remove: "enabled",
      },
    });
    const other = await start(await createOrder(), { ...command, keepCard: "offered" });
    expect(await sessionOf(other.sessionId)).toMatchObject({
      saved_payment_method_options: { payment_method_save: "enabled" },
    });
    await payByCard(checkout, cards.good);
    const { payment_intent: intent } = await sessionOf(checkout.sessionId);
    expect(intent).toMatchObject({ setup_future_usage: "off_session", customer: customer.id });
  });
});

describe("products and prices at Stripe", () => {
  async function priced(amountMinor: number) {
    const variantId = await createVariant(9);
    const db = await database();
    await db.price.create({ data: { variantId, currency: "USD", amountMinor } });
    return variantId;
  }
  const priceOf = async (orderId: string) => {
    const { line_items: lines } = await sessionOf((await start(orderId)).sessionId);
    return lines?.data[0]?.price ?? null;
  };

  it("stay away unless a merchant wants them there", async () => {
    await priced(5000);
    expect(await syncPrices()).toBe(0);
  });

  it("are brought once, follow a change, and are named by payment pages", async () => {
    await saveStoreSettings(storeSettingsSchema.parse({ syncCatalog: true }));
    const variantId = await priced(5000);
    expect(await syncPrices()).toBeGreaterThan(0);
    expect(await syncPrices()).toBe(0);
    const lookup_key = `tender_${variantId}_usd`;
    expect(await priceOf(await createOrder({ variantId }))).toMatchObject({
      lookup_key,
      unit_amount: 5000,
      product: `tender_${variantId}`,
    });

    const db = await database();
    await db.price.updateMany({ where: { variantId }, data: { amountMinor: 4500 } });
    await syncPrices();
    const { data } = await stripe().prices.list({ product: `tender_${variantId}`, active: true });
    expect(data).toMatchObject([{ lookup_key, unit_amount: 4500 }]);
    // An order keeps the price it was made with: no price of Stripe's fits it any more.
    expect(await priceOf(await createOrder({ variantId }))).toMatchObject({ lookup_key: null });
  });
});
