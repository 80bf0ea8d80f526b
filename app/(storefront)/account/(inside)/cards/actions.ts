"use server";
import { redirect } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { env } from "@/lib/env";
import { translations } from "@/lib/i18n/request";
import { walletAt } from "@/lib/payments/gateways/wallets";
import { removeCard, setDefaultCard } from "@/lib/payments/wallet/cards";
import { withGatewayCustomer } from "@/lib/payments/wallet/retire";
import { requireShopper, walletOf } from "@/lib/shoppers/shopper";

const cardOf = (form: FormData): string => String(form.get("card") ?? "");

/** A card that is gone meanwhile is no news to whoever wanted it gone. */
async function quietly(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof DomainError) return error.code === "not_found";
    throw error;
  }
}

export async function makeDefault(form: FormData): Promise<void> {
  const { owner } = walletOf(await requireShopper("/account/cards"));
  const isDone = await quietly(setDefaultCard({ owner, cardId: cardOf(form) }));
  redirect(isDone ? "/account/cards" : "/account/cards?said=problem");
}

export async function remove(form: FormData): Promise<void> {
  const { owner } = walletOf(await requireShopper("/account/cards"));
  const isDone = await quietly(removeCard({ owner, cardId: cardOf(form) }));
  redirect(`/account/cards?said=${isDone ? "removed" : "problem"}`);
}

/** To the payment provider's own page about this customer. */
export async function openPortal(): Promise<void> {
  const [shopper, t] = await Promise.all([
    requireShopper("/account/cards"),
    translations("account"),
  ]);
  const { name, email } = shopper;
  let url: string;
  try {
    const back = `${env().storeUrl}/account/cards`;
    url = await withGatewayCustomer({ ...walletOf(shopper), name, email }, ({ gatewayRef }) =>
      walletAt("stripe").portalUrl(gatewayRef, back, t.tag),
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    redirect("/account/cards?said=problem");
  }
  redirect(url);
}
