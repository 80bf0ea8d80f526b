import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientAddress } from "@/lib/auth/sign-in";
import { countNewOrder } from "@/lib/checkout/attempts";
import { changeTotal } from "@/lib/checkout/operations/change-total";
import { placeOrder, type PlacedOrder } from "@/lib/checkout/operations/place-order";
import { refusalText } from "@/lib/checkout/refusal-text";
import { DomainError } from "@/lib/errors";
import { translations } from "@/lib/i18n/request";
import { currentShopper } from "@/lib/shoppers/shopper";

type Placed = { is: "placed"; order: PlacedOrder } | { is: "refused"; message: string };

/** The order of the bag as it is now, or why there is none in the shopper's words. */
export async function placeAnew(cartRef: string, seenGoodsMinor?: number): Promise<Placed> {
  const t = await translations("checkout");
  try {
    await countNewOrder(clientAddress(await headers()));
    const shopperId = (await currentShopper())?.id ?? null;
    const asked = { cartRef, channel: "storefront", locale: t.tag, seenGoodsMinor, shopperId };
    return { is: "placed", order: await placeOrder(asked) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, facts } = error;
    const isPaid = code === "wrong_state" && facts["code"] === undefined;
    if (code === "cart_empty" || isPaid) redirect("/checkout");
    return { is: "refused", message: refusalText(error, t) };
  }
}

/** True: the open order says what the bag says now, and its payment form is still the same. */
export async function changeInPlace(cartRef: string): Promise<boolean> {
  const { tag: locale } = await translations("checkout");
  const shopperId = (await currentShopper())?.id ?? null;
  // Each change is a question to the gateway: who asks too many is told so when ordering anew.
  if (!(await mayOrder())) return false;
  const changed = await changeTotal({ cartRef, channel: "storefront", locale, shopperId });
  return changed === "changed";
}

async function mayOrder(): Promise<boolean> {
  try {
    await countNewOrder(clientAddress(await headers()));
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
