"use server";
import { redirect } from "next/navigation";
import { orderForm } from "@/lib/checkout/requests";
import { tryLookAgain } from "@/lib/orders/operations/try-look-again";
import { findShopperOrder } from "@/lib/orders/shopper-queries";

/** Asks the payment provider now instead of waiting for it. */
export async function checkAgain(form: FormData): Promise<void> {
  const asked = orderForm.safeParse(Object.fromEntries(form));
  const order = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (order === null) redirect("/");
  const answered = await tryLookAgain(order.id);
  redirect(`/orders/${order.accessToken}${answered ? "" : "?checking=1"}`);
}
