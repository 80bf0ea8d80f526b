"use server";
import { redirect } from "next/navigation";
import type { PaymentCheck } from "@/components/checkout/payment-form";
import { withNotice } from "@/lib/checkout/notices";
import { openPayment } from "@/lib/checkout/operations/open-payment";
import { returnPath } from "@/lib/checkout/payment-links";
import { returnDestination } from "@/lib/checkout/return-destination";
import { orderForm, paymentCheck } from "@/lib/checkout/requests";
import { stepPath } from "@/lib/checkout/steps";
import { isCartOf } from "@/lib/checkout/queries";
import { readCartRef } from "@/lib/cart/cookies";
import { tryLookAgain } from "@/lib/orders/operations/try-look-again";
import { findShopperOrder } from "@/lib/orders/shopper-queries";

/**
 * Asked right before paying, because the page may have been open for an hour or in two tabs: is this
 * still the order, are the goods still held, and is this still its payment form?
 */
export async function checkPayment(orderToken: string, sessionId: string): Promise<PaymentCheck> {
  const asked = paymentCheck.safeParse({ orderToken, sessionId });
  const order = asked.success ? await findShopperOrder(asked.data.orderToken) : null;
  if (order === null) return { is: "leave", href: "/cart" };
  if (order.state !== "unpaid") return { is: "leave", href: returnPath(orderToken) };
  if (!(await isCurrent(order.id))) {
    return { is: "leave", href: withNotice(stepPath.shipping, "changed") };
  }
  const opened = await openPayment({ order, collectedBy: "elements" });
  switch (opened.is) {
    case "open":
      return opened.payment.sessionId === sessionId
        ? { is: "ready" }
        : { is: "leave", href: withNotice(stepPath.payment, "renewed") };
    case "over":
      return { is: "leave", href: returnPath(orderToken) };
    case "changed":
      return { is: "leave", href: withNotice(stepPath.shipping, "changed") };
    case "gateway_down":
      return { is: "refused", message: "The payment provider does not answer right now." };
  }
}

/** Asked after a refusal, so that "nothing was charged" is the provider's word and not a guess. */
export async function confirmUnpaid(orderToken: string): Promise<PaymentCheck> {
  const asked = orderForm.safeParse({ order: orderToken });
  const before = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (before === null) return { is: "leave", href: "/cart" };
  const answered = await tryLookAgain(before.id);
  const order = (await findShopperOrder(orderToken)) ?? before;
  if (answered && order.state === "unpaid") return { is: "ready" };
  return { is: "leave", href: returnDestination(order, answered) };
}

/** False when this shopper's bag was changed after the order was made of it. */
async function isCurrent(orderId: string): Promise<boolean> {
  const ref = await readCartRef();
  return ref === null || (await isCartOf(ref, orderId));
}

/** The way to pay without JavaScript: on the payment provider's own page. */
export async function payOnHostedPage(form: FormData): Promise<void> {
  const asked = orderForm.safeParse(Object.fromEntries(form));
  const order = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (order === null) redirect("/cart");
  const opened = await openPayment({ order, collectedBy: "hosted" });
  switch (opened.is) {
    case "open":
      redirect(opened.payment.url ?? withNotice(stepPath.payment, "gateway"));
    case "over":
      redirect(`/orders/${order.accessToken}`);
    case "changed":
      redirect(withNotice(stepPath.shipping, "changed"));
    case "gateway_down":
      redirect(withNotice(stepPath.payment, "gateway"));
  }
}
