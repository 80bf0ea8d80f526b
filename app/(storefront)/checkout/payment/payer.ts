import "server-only";
import { headers } from "next/headers";
import { readCartRef } from "@/lib/cart/cookies";
import type { Payer } from "@/lib/checkout/attempts";

/** Who is trying to pay an order, as far as a shop can tell people apart. */
export async function payerOf(orderId: string): Promise<Payer> {
  const address = (await headers()).get("x-forwarded-for") ?? "unknown";
  return { orderId, cartRef: await readCartRef(), address };
}
