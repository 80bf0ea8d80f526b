import { changeTotal, storeChange } from "@/lib/checkout/operations/change-total";
import { enterCode } from "@/lib/checkout/operations/enter-code";
import { openPayment } from "@/lib/checkout/operations/open-payment";
import { placeOrder } from "@/lib/checkout/operations/place-order";
import { saveDraft } from "@/lib/checkout/operations/save-draft";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { AMENDED_BY } from "@/lib/payments/gateways/stripe/page-seen";
import { createPromotion } from "@/lib/promotions/create-promotion";
import { createFilledCart, createSellable, createShippingRate, makeDraft } from "./checkout";

/** A shopper before an open payment form, who changes what it costs. */
export type OpenForm = {
  cartRef: string;
  orderId: string;
  sessionId: string;
  clientSecret: string | null;
  /** Takes ten percent off the goods. */
  code: string;
};

export const shop = { channel: "storefront", locale: "en-US", shopperId: null } as const;

/** Goods for 2 × 20.00, sent for 7.00: 47.00 in all. By `express` it is 55.00, with the code 4.00 less. */
export async function openForm(
  change: { usageLimit?: number; collectedBy?: "elements" | "hosted" } = {},
): Promise<OpenForm> {
  const { usageLimit, collectedBy = "elements" } = change;
  await createShippingRate();
  await createShippingRate({ code: "express", amountMinor: 1500 });
  const code = `C${newToken().replaceAll(/\W/g, "").slice(0, 10)}`.toUpperCase();
  await createPromotion({
    code,
    name: "Ten percent",
    takes: { basisPoints: 1000 },
    ...(usageLimit !== undefined && { usageLimit }),
  });
  const variantId = await createSellable({ priceMinor: 2000, onHand: 9 });
  const cartRef = await createFilledCart({ variantId, quantity: 2 });
  await saveDraft(cartRef, { ...makeDraft(), email: `${newToken()}@example.com` });
  const { id: orderId, accessToken } = await placeOrder({ cartRef, ...shop });
  const order = { id: orderId, accessToken, totalMinor: 4700 };
  const opened = await openPayment({ order, collectedBy, from: "checkout" });
  if (opened.is !== "open") throw new Error(`The form is ${opened.is}.`);
  const { sessionId, clientSecret } = opened.payment;
  return { cartRef, orderId, sessionId, clientSecret, code };
}

export const enter = ({ cartRef, code }: OpenForm) =>
  enterCode({ cartRef, typed: code, clientAddress: newToken() });

export const sendBy = ({ cartRef }: Pick<OpenForm, "cartRef">, rateCode: string) =>
  saveDraft(cartRef, { rateCode });

export const change = ({ cartRef }: Pick<OpenForm, "cartRef">) => changeTotal({ cartRef, ...shop });

/** As a process does that dies before anything is asked, or (`isAsked`) before it reads the answer. */
export async function dieChanging(form: OpenForm, { isAsked = false } = {}): Promise<void> {
  const stored = await storeChange({ cartRef: form.cartRef, ...shop });
  if (stored.is !== "ask") throw new Error(`The change is ${stored.is}.`);
  const due = { nextLookAt: new Date(0) };
  await (await database()).orderAmendment.update({ where: { id: stored.amendmentId }, data: due });
  if (!isAsked) return;
  const product_data = { name: "Two lamps" };
  const price_data = { currency: "usd", unit_amount: 4300, product_data };
  await stripe().checkout.sessions.update(form.sessionId, {
    line_items: [{ quantity: 1, price_data }],
    metadata: { [AMENDED_BY]: stored.amendmentId },
  });
}

/** What there is of a cart, oldest first. */
export async function ordersOf({ cartRef }: Pick<OpenForm, "cartRef">) {
  const db = await database();
  return db.order.findMany({
    where: { cart: { ref: cartRef } },
    orderBy: { createdAt: "asc" },
    include: {
      lines: { orderBy: { position: "asc" } },
      payments: { include: { transactions: true } },
      amendments: { orderBy: { createdAt: "asc" } },
      redemptions: true,
      cases: true,
      reservations: true,
      cart: true,
    },
  });
}
