import "server-only";
import { cookies } from "next/headers";
import { ensureGatewayCustomer } from "@/lib/payments/wallet/customers";
import { report } from "@/lib/payments/report";
import { currentShopper, walletOf } from "@/lib/shoppers/shopper";

/** Set while a shopper agrees to later charges: until they pay, or take it back. */
export const keepCardCookie = "keep_card";

/** Whom the gateway knows of those who pay here; null for guests. */
export async function walletPayer() {
  const shopper = await currentShopper();
  if (shopper === null) return null;
  const { email, name } = shopper;
  try {
    const customer = await ensureGatewayCustomer({ ...walletOf(shopper), email, name });
    const isAgreed = (await cookies()).get(keepCardCookie)?.value === shopper.id;
    const keepCard = isAgreed ? ("agreed" as const) : ("offered" as const);
    return { customerRef: customer.gatewayRef, keepCard };
  } catch (error) {
    // Without their cards they can still pay.
    report(`the wallet of shopper ${shopper.id} is not to be had`, error);
    return null;
  }
}
