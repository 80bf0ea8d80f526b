"use server";
import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { DetailsState } from "@/components/checkout/details-form";
import type { ShippingState } from "@/components/checkout/shipping-form";
import { readCartRef } from "@/lib/cart/cookies";
import { readDetails } from "@/lib/checkout/form/details";
import { detailsProblems } from "@/lib/checkout/form/problems";
import { saveDraft } from "@/lib/checkout/operations/save-draft";
import { readRateForm } from "@/lib/checkout/requests";
import { DomainError } from "@/lib/errors";
import { completeFreeOrder } from "@/lib/payments/operations/complete-free-order";
import { placeAnew } from "./place-anew";

/** The shopper's cart; without one there is nothing to check out. */
async function requireCart(): Promise<string> {
  const ref = await readCartRef();
  if (ref === null) redirect("/cart");
  return ref;
}

export async function saveDetails(_before: DetailsState, form: FormData): Promise<DetailsState> {
  const ref = await requireCart();
  const values = readDetails(form);
  await keep(ref, values);
  // Without JavaScript, another country's fields come with the next page.
  if (form.get("intent") === "country") redirect("/checkout");
  const problems = detailsProblems(values);
  if (problems.length > 0) return { is: "refused", problems, values };
  redirect("/checkout/shipping");
}

/** Called as soon as a rate is picked: the total beside the form is always the server's. */
export async function chooseRate(form: FormData): Promise<void> {
  const ref = await requireCart();
  const { rateCode } = readRateForm(form);
  await keep(ref, { rateCode });
  refresh();
}

export async function continueToPayment(
  _before: ShippingState,
  form: FormData,
): Promise<ShippingState> {
  const ref = await requireCart();
  const { rateCode, seenGoodsMinor } = readRateForm(form);
  await keep(ref, { rateCode });
  const placed = await placeAnew(ref, seenGoodsMinor);
  if (placed.is === "refused") {
    // The page beside the message shows the prices and the stock of now.
    refresh();
    return placed;
  }
  const { order } = placed;
  if (!order.isFree) redirect("/checkout/payment");
  await completeFreeOrder({ orderId: order.id, actor: "shopper" });
  redirect(`/orders/${order.accessToken}`);
}

/** Saves the draft; a bag that is gone meanwhile leads back to it. */
async function keep(ref: string, change: Parameters<typeof saveDraft>[1]): Promise<void> {
  try {
    await saveDraft(ref, change);
  } catch (error) {
    if (error instanceof DomainError) redirect("/cart");
    throw error;
  }
  // The browser keeps pages it has shown: Back must lead to what was typed and not to empty fields.
  revalidatePath("/checkout", "layout");
}
