import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { saveTaxSettings } from "@/lib/tax/settings";
import {
  createFilledCart,
  createSellable,
  createShippingRate,
  makeAddress,
  makeDraft,
} from "@/lib/testing/checkout";
import { useTestDatabase } from "@/lib/testing/database";
import { useFlakyGateway } from "@/lib/testing/flaky-gateway";
import { endSoundly } from "@/lib/testing/payments";
import { useSandbox } from "@/lib/testing/sandbox";
import { cards, payByCard } from "@/lib/testing/shopper";
import { findCheckout } from "../queries";
import { placeOrder } from "./place-order";

useTestDatabase();
useSandbox();
const gateway = useFlakyGateway();

const actor = "shopper";
let variantId = "";

beforeAll(async () => {
  variantId = await createSellable({ onHand: 50 });
  await createShippingRate();
  await saveTaxSettings({ source: "stripe", prices: "by_rate" });
});

endSoundly(gateway);

const place = (cartRef: string) => placeOrder({ cartRef, channel: "storefront", locale: "en-US" });
const findOrder = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { lines: true } });

const berlin = makeAddress({ city: "Berlin", region: "", postalCode: "10115", country: "DE" });

describe("with Stripe Tax", () => {
  it("an order costs what Stripe says, is shown so before, and is charged so", async () => {
    const ref = await createFilledCart({ variantId });
    // 7.25 % of 18.00 and of 7.00, each rounded: 1.31 and 0.51.
    const shown = await findCheckout(ref);
    expect(shown?.totals).toMatchObject({ taxMinor: 182, totalMinor: 2682 });
    const { id: orderId } = await place(ref);
    const order = await findOrder(orderId);
    expect(order).toMatchObject({ taxMinor: 182n, totalMinor: 2682n, taxIncluded: false });
    expect(order.taxLines).toEqual([
      { name: "Sales tax", basisPoints: 725, baseMinor: 2500, amountMinor: 182 },
    ]);
    const returnUrl = "http://localhost:3000/r";
    const asked = { orderId, collectedBy: "elements", returnUrl, actor } as const;
    const { status } = await payByCard(await startCheckoutPayment(asked), cards.good);
    expect(status).toBe(200);
    await lookAgain({ orderId });
    expect(await findOrder(orderId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("prices that have it in them do not grow", async () => {
    await saveTaxSettings({ source: "stripe", prices: "with_tax" });
    const ref = await createFilledCart({ variantId, draft: makeDraft({ shipping: berlin }) });
    const order = await findOrder((await place(ref)).id);
    expect(order).toMatchObject({ taxMinor: 399n, totalMinor: 2500n, taxIncluded: true });
    await saveTaxSettings({ source: "stripe", prices: "by_rate" });
  });

  it("nothing is ordered while Stripe is silent, and the page is shown all the same", async () => {
    const draft = makeDraft({ shipping: makeAddress({ region: "NY", postalCode: "10001" }) });
    const ref = await createFilledCart({ variantId, draft });
    gateway.always("refused");
    expect((await findCheckout(ref))?.totals).toMatchObject({ taxMinor: 0 });
    await expect(place(ref)).rejects.toMatchObject({ code: "gateway_down" });
    expect(await (await database()).order.count({ where: { cart: { ref } } })).toBe(0);
    gateway.always(null);
    expect(await findOrder((await place(ref)).id)).toMatchObject({ taxMinor: 100n });
  });

  it("an address of which Stripe knows no tax has none", async () => {
    const nowhere = makeAddress({ city: "Nuuk", region: "", postalCode: "3900", country: "GL" });
    const ref = await createFilledCart({ variantId, draft: makeDraft({ shipping: nowhere }) });
    expect((await findCheckout(ref))?.totals).toMatchObject({ taxMinor: 0, taxLines: [] });
  });
});
