import { addItems } from "@/lib/cart/named/add-items";
import { openDraftOrder } from "@/lib/checkout/drafts/open-draft-order";
import { payDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { writeDraftOrder } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import { clientAddressSchema } from "@/lib/orders/client-address";
import { createFilledCart, createSellable, createShippingRate, makeAddress } from "./checkout";
import type { CrashTarget } from "./crash-operations";
import { about, confirm } from "./crash-scenes";

/** Carts and drafts before an operation on whose way the process is killed. */
const actor = "merchant:test";

export async function filledCart(): Promise<CrashTarget> {
  await createShippingRate();
  return about({ ref: await createFilledCart({ variantId: await createSellable() }) });
}

export async function clientCart(): Promise<CrashTarget> {
  const ref = newToken();
  await fillNamedCart(ref);
  return about({ ref });
}

async function fillNamedCart(ref: string): Promise<void> {
  const item = { kind: "product", id: await createSellable(), quantity: 2 } as const;
  await addItems({ ref, currency: "USD", items: [item], allOrNothing: true });
}

/** An order that a program has filled bit by bit, and of which nothing is missing. */
export async function draft(): Promise<CrashTarget> {
  await createShippingRate();
  const opened = { currency: "USD", locale: "en-US", channel: "commerce_layer" } as const;
  const { id: orderId } = await openDraftOrder(opened);
  const select = { cart: { select: { ref: true } } };
  const where = { id: orderId };
  const { cart } = await (await database()).order.findUniqueOrThrow({ where, select });
  await fillNamedCart(cart?.ref ?? "");
  const shippingAddress = clientAddressSchema.parse(makeAddress());
  const addresses = { shippingAddress, billingAddress: shippingAddress };
  const change = { email: "ada@example.com", rateCode: "standard", ...addresses };
  await writeDraftOrder({ orderId, actor, change });
  return about({ orderId });
}

/** Its shopper has confirmed in their browser, and the store has not heard of it. */
export async function paidDraft(): Promise<CrashTarget> {
  const { orderId } = await draft();
  const payment = await payDraftOrder({ orderId, gateway: "stripe", actor });
  await confirm(payment.gatewayRef);
  return about({ orderId, paymentId: payment.id });
}
