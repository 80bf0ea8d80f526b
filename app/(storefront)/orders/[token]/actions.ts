"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { readOrderLink } from "@/lib/auth/order-link";
import { orderForm } from "@/lib/checkout/requests";
import { DomainError } from "@/lib/errors";
import { cancelOwnOrder } from "@/lib/orders/operations/cancel-own-order";
import { mailOrderLink } from "@/lib/orders/operations/mail-order-link";
import { tryLookAgain } from "@/lib/orders/operations/try-look-again";
import { findShopperOrder } from "@/lib/orders/shopper-queries";

/** Asks the payment provider now instead of waiting for it. */
export async function checkAgain(form: FormData): Promise<void> {
  const order = await orderOf(form);
  if (order === null) redirect("/");
  const answered = await tryLookAgain(order.id);
  redirect(`/orders/${order.accessToken}${answered ? "" : "?checking=1"}`);
}

export async function cancelByShopper(form: FormData): Promise<void> {
  const order = await orderOf(form);
  if (order === null) redirect("/");
  const page = `/orders/${order.accessToken}`;
  const isLate = await cancelOwnOrder(order.id).then(
    () => false,
    (error: unknown) => {
      if (error instanceof DomainError) return true;
      throw error;
    },
  );
  redirect(isLate ? `${page}?late=1` : page);
}

/** For a link whose time is over. The answer is the same whether a mail was sent or not. */
export async function sendNewLink(form: FormData): Promise<void> {
  const asked = orderForm.safeParse(Object.fromEntries(form));
  const link = asked.success ? readOrderLink(asked.data.order) : null;
  if (link === null || !asked.success) redirect("/lookup");
  await mailOrderLink({ accessToken: link.accessToken }, await headers()).catch(ignoreRefusal);
  redirect(`/orders/${asked.data.order}?sent=1`);
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

async function orderOf(form: FormData) {
  const asked = orderForm.safeParse(Object.fromEntries(form));
  return asked.success ? findShopperOrder(asked.data.order) : null;
}
