import "server-only";
import { redirect } from "next/navigation";
import { readCartRef } from "@/lib/cart/cookies";
import { findCheckout, findLastPlacedOrder, type Checkout } from "@/lib/checkout/queries";
import { readLocale } from "@/lib/i18n/request";
import { detour, type Step } from "@/lib/checkout/steps";

/**
 * What a step shows, or the way to where the shopper belongs instead: an earlier step that has gaps,
 * the order that was just paid, or the bag.
 */
export async function openCheckout(step: Step): Promise<Checkout> {
  const ref = await readCartRef();
  if (ref === null) redirect("/cart");
  const checkout = await findCheckout(ref, { locale: await readLocale() });
  if (checkout === null) {
    const placed = await findLastPlacedOrder(ref);
    redirect(placed === null ? "/cart" : `/orders/${placed}`);
  }
  const elsewhere = detour(step, {
    detailsComplete: checkout.problems.length === 0,
    orderPlaced: checkout.placedOrder !== null,
  });
  if (elsewhere !== null) redirect(elsewhere);
  return checkout;
}
