"use server";
import { refresh, revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { DetailsState } from "@/components/checkout/details-form";
import type { ShippingState } from "@/components/checkout/shipping-form";
import { readCartRef } from "@/lib/cart/cookies";
import { countNewOrder } from "@/lib/checkout/attempts";
import { readDetails } from "@/lib/checkout/form/details";
import { detailsProblems } from "@/lib/checkout/form/problems";
import { placeOrder, type PlacedOrder } from "@/lib/checkout/operations/place-order";
import { saveDraft } from "@/lib/checkout/operations/save-draft";
import { refusalText } from "@/lib/checkout/refusal-text";
import { readRateForm } from "@/lib/checkout/requests";
import { DomainError } from "@/lib/errors";
import { translations } from "@/lib/i18n/request";
import { currentShopper } from "@/lib/shoppers/shopper";
import { completeFreeOrder } from "@/lib/payments/operations/complete-free-order";

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
  const t = await translations("checkout");
  let order: PlacedOrder;
  try {
    await countNewOrder((await headers()).get("x-forwarded-for") ?? "unknown");
    order = await placeOrder({
      cartRef: ref,
      channel: "storefront",
      locale: t.tag,
      seenGoodsMinor,
      shopperId: (await currentShopper())?.id ?? null,
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, facts } = error;
    const isPaid = code === "wrong_state" && facts["code"] === undefined;
    if (code === "cart_empty" || isPaid) redirect("/checkout");
    // The page beside the message shows the prices and the stock of now.
    refresh();
    return { is: "refused", message: refusalText(error, t) };
  }
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
