"use server";
import { redirect } from "next/navigation";
import { applyGiftCards, findTender } from "@/lib/checkout/operations/apply-gift-cards";
import { holdOrder } from "@/lib/checkout/operations/hold-order";
import { withNotice } from "@/lib/checkout/notices";
import { orderForm } from "@/lib/checkout/requests";
import { stepPath } from "@/lib/checkout/steps";
import { DomainError } from "@/lib/errors";
import { findShopperOrder } from "@/lib/orders/shopper-queries";

/** Pays an order that gift cards cover. What they do not cover any more is asked for on the payment page. */
export async function payByGiftCard(form: FormData): Promise<void> {
  const asked = orderForm.safeParse(Object.fromEntries(form));
  const order = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (order === null) redirect("/cart");
  if (order.state === "unpaid") redirect(await pay(order));
  redirect(`/orders/${order.accessToken}`);
}

async function pay(order: {
  id: string;
  accessToken: string;
  totalMinor: number;
}): Promise<string> {
  const changed = withNotice(stepPath.shipping, "changed");
  try {
    const hold = await holdOrder(order.id);
    if (hold.is === "prices_changed") return changed;
    if ((await findTender(order)).payMinor > 0) return withNotice(stepPath.payment, "changed");
    await applyGiftCards(order);
    return `/orders/${order.accessToken}`;
  } catch (error) {
    if (error instanceof DomainError && error.code === "out_of_stock") return changed;
    if (error instanceof DomainError) return `/orders/${order.accessToken}`;
    throw error;
  }
}
