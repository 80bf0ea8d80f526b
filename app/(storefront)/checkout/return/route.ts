import type { NextRequest } from "next/server";
import { readCartRef } from "@/lib/cart/cookies";
import { payingFromOf } from "@/lib/checkout/paying-from";
import { orderForm } from "@/lib/checkout/requests";
import { returnDestination } from "@/lib/checkout/return-destination";
import { seeOther } from "@/lib/http/see-other";
import { findShopperOrder } from "@/lib/orders/shopper-queries";
import { tryLookAgain } from "@/lib/orders/operations/try-look-again";

/**
 * Where the shopper lands after paying. The address decides nothing: it only makes us ask the payment
 * provider, exactly as a webhook would. If the provider does not answer, the order's page waits.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = orderForm.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  const before = asked.success ? await findShopperOrder(asked.data.order) : null;
  if (before === null) return seeOther("/cart");
  const looked = await tryLookAgain(before.id);
  const order = (await findShopperOrder(before.accessToken)) ?? before;
  const from = await payingFromOf(await readCartRef(), order.id);
  return seeOther(returnDestination(order, looked, from));
}
