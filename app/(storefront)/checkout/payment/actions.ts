"use server";
import type { PaymentCheck } from "@/components/checkout/use-paying";
import { readCartRef } from "@/lib/cart/cookies";
import type { KeptBilling } from "@/components/checkout/billing-address";
import { countRefusal, requireTryLeft } from "@/lib/checkout/attempts";
import { withNotice } from "@/lib/checkout/notices";
import { keepBillingAddress } from "@/lib/checkout/operations/keep-billing-address";
import { openPayment } from "@/lib/checkout/operations/open-payment";
import { payingFromOf } from "@/lib/checkout/paying-from";
import { paymentPath, returnPath, type PayingFrom } from "@/lib/checkout/payment-links";
import { isCartOf } from "@/lib/checkout/queries";
import { billingForm, orderForm, paymentCheck } from "@/lib/checkout/requests";
import { returnDestination } from "@/lib/checkout/return-destination";
import { stepPath } from "@/lib/checkout/steps";
import { DomainError } from "@/lib/errors";
import { translations } from "@/lib/i18n/request";
import { tryLookAgain } from "@/lib/orders/operations/try-look-again";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { addressLines } from "@/lib/shipping/address";
import { payerOf } from "./payer";
import { walletPayer } from "./wallet-payer";

/**
 * Asked right before paying, because the page may have been open for an hour or in two tabs: is this
 * still the order, are the goods still held, and is this still its payment form, for the total on the page?
 *
 * @param billing the address in Stripe's form, where it is open and complete
 */
export async function checkPayment(
  orderToken: string,
  sessionId: string,
  formAt: PayingFrom,
  seenMinor: number,
  billing: unknown,
): Promise<PaymentCheck> {
  const asked = paymentCheck.safeParse({ orderToken, sessionId, from: formAt, seenMinor });
  const order = asked.success ? await findShopperOrder(asked.data.orderToken) : null;
  if (!asked.success || order === null) return { is: "leave", href: "/cart" };
  const { from } = asked.data;
  if (order.state !== "unpaid") return { is: "leave", href: returnPath(orderToken) };
  // Whoever pays by the order's own link means that order, whatever is in the bag by now.
  if (from === "checkout" && !(await isCurrent(order.id))) {
    return { is: "leave", href: withNotice(stepPath.shipping, "changed") };
  }
  const t = await translations("checkout");
  if (billing !== null && (await keepBilling(orderToken, billing)).is === "refused") {
    return { is: "refused", message: t("billingRefused") };
  }
  try {
    await requireTryLeft(await payerOf(order.id));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { is: "refused", message: `${t("tooManyTitle")}. ${t("tooManyText")}` };
  }
  const opened = await openPayment({
    order,
    collectedBy: "elements",
    from,
    payer: await walletPayer(),
  });
  switch (opened.is) {
    case "open":
      return opened.payment.sessionId === sessionId && opened.payment.amountMinor === seenMinor
        ? { is: "ready" }
        : { is: "leave", href: withNotice(paymentPath(orderToken, from), "renewed") };
    case "over":
      return { is: "leave", href: returnPath(orderToken) };
    case "changed":
      return { is: "leave", href: withNotice(stepPath.shipping, "changed") };
    case "gateway_down":
      return { is: "refused", message: t("gatewayTitle") };
  }
}

/** Asked after a refusal, so that "nothing was charged" is the provider's word and not a guess. */
export async function confirmUnpaid(
  orderToken: string,
  isDeclined: boolean,
): Promise<PaymentCheck> {
  const asked = orderForm.safeParse({ order: orderToken });
  const before = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (before === null) return { is: "leave", href: "/cart" };
  const answered = await tryLookAgain(before.id);
  const order = (await findShopperOrder(orderToken)) ?? before;
  if (answered && order.state === "unpaid") {
    if (isDeclined) await countRefusal(await payerOf(order.id));
    return { is: "ready" };
  }
  const from = await payingFromOf(await readCartRef(), order.id);
  return { is: "leave", href: returnDestination(order, answered, from) };
}

/** Keeps the address that the bill goes to. Refused where it is none, or the order waits for no payment. */
export async function keepBilling(orderToken: string, billing: unknown): Promise<KeptBilling> {
  const asked = billingForm.safeParse({ order: orderToken, billing });
  const order = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (!asked.success || order === null) return { is: "refused" };
  try {
    const { id: orderId } = order;
    const address = await keepBillingAddress({ orderId, contact: asked.data.billing });
    const { tag } = await translations("checkout");
    return { is: "kept", shown: addressLines(address, tag).join(", ") };
  } catch (error) {
    if (error instanceof DomainError) return { is: "refused" };
    throw error;
  }
}

/** False when this shopper's bag was changed after the order was made of it. */
async function isCurrent(orderId: string): Promise<boolean> {
  const ref = await readCartRef();
  return ref === null || (await isCartOf(ref, orderId));
}
