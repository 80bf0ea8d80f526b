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

type Refused = { is: "refused"; message: string };
type Placed = { is: "placed"; order: PlacedOrder };

/** The order of the bag as it is now, or why there is none in the shopper's words. */
export function placeAnew(cartRef: string, seenGoodsMinor?: number): Promise<Placed | Refused> {
  return ordering(cartRef, async (asked) => {
    return { is: "placed" as const, order: await placeOrder({ ...asked, seenGoodsMinor }) };
  });
}

/** "changed": the open order says what the bag says now, and its payment form is still the same. */
export function changeOrPlace(cartRef: string): Promise<Placed | Refused | { is: "changed" }> {
  return ordering(cartRef, async (asked) => {
    if ((await changeTotal(asked)) === "changed") return { is: "changed" as const };
    return { is: "placed" as const, order: await placeOrder(asked) };
  });
}

type Asked = { cartRef: string; channel: string; locale: string; shopperId: string | null };

/** Each is a question to the gateway, so they are counted, and who asks too many is told so. */
async function ordering<Done>(cartRef: string, work: (asked: Asked) => Promise<Done>) {
  const t = await translations("checkout");
  try {
    await countNewOrder(clientAddress(await headers()));
    const shopperId = (await currentShopper())?.id ?? null;
    return await work({ cartRef, channel: "storefront", locale: t.tag, shopperId });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, facts } = error;
    const isPaid = code === "wrong_state" && facts["code"] === undefined;
    if (code === "cart_empty" || isPaid) redirect("/checkout");
    return { is: "refused" as const, message: refusalText(error, t) };
  }
}
