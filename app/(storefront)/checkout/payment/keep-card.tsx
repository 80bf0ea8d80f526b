import { refresh } from "next/cache";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { KeepCardForm } from "@/components/checkout/keep-card-form";
import { agreeToKeepCard } from "@/lib/checkout/operations/agree-to-keep-card";
import { env } from "@/lib/env";
import { translations } from "@/lib/i18n/request";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { shop } from "@/lib/shop";
import { requireShopper } from "@/lib/shoppers/shopper";
import { keepCardCookie } from "./wallet-payer";

type Props = { orderToken: string; isAgreed: boolean; children: ReactNode };

/** Asks a signed-in shopper whether the card may be charged later. What they agree to is kept in its words. */
export async function KeepCard({ orderToken, isAgreed, children }: Props) {
  const t = await translations("checkout");
  const words = t("keepCard", { shop: shop.name });

  async function choose(form: FormData): Promise<void> {
    "use server";
    const shopper = await requireShopper("/checkout/payment");
    const jar = await cookies();
    const order = await findShopperOrder(orderToken);
    if (form.get("agree") !== "yes" || order === null) jar.delete(keepCardCookie);
    else {
      await agreeToKeepCard({ orderId: order.id, words });
      const secure = env().storeUrl.startsWith("https:");
      jar.set(keepCardCookie, shopper.id, { httpOnly: true, sameSite: "lax", path: "/", secure });
    }
    refresh();
  }

  return (
    <KeepCardForm
      title={t("keepCardTitle")}
      label={words}
      isAgreed={isAgreed}
      action={choose}
      renewing={t("formLoading")}
    >
      {children}
    </KeepCardForm>
  );
}
