import { enterCode } from "@/lib/checkout/operations/enter-code";
import { placeOrder } from "@/lib/checkout/operations/place-order";
import { saveDraft } from "@/lib/checkout/operations/save-draft";
import { database } from "@/lib/db/client";
import { newToken } from "@/lib/ids";
import type { NewPromotion } from "@/lib/promotions/create-promotion";
import { createFilledCart, createSellable, makeDraft } from "./checkout";

/** Ten percent off, for nobody in particular. */
export const code = (change: Partial<NewPromotion> = {}): NewPromotion => {
  return {
    code: `C${newToken().slice(0, 10)}`,
    name: "Code",
    takes: { basisPoints: 1000 },
    ...change,
  };
};
/** As a shopper whom nobody has seen before. */
export const enter = (cartRef: string, typed: string) =>
  enterCode({ cartRef, typed, clientAddress: newToken() });
export const place = (cartRef: string) =>
  placeOrder({ cartRef, channel: "storefront", locale: "en-US" });
export const findOrder = async (id: string) =>
  (await database()).order.findUniqueOrThrow({ where: { id }, include: { lines: true } });

/** A cart of two things at 20.00, with an address, ready to be placed. */
export async function filledCart(email = `${newToken()}@example.com`) {
  const variantId = await createSellable({ priceMinor: 2000, onHand: 99 });
  const ref = await createFilledCart({ variantId, quantity: 2 });
  await saveDraft(ref, { ...makeDraft(), email });
  return { ref, variantId };
}
