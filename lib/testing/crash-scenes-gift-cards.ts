import { applyGiftCards } from "@/lib/checkout/operations/apply-gift-cards";
import { database } from "@/lib/db/client";
import { issueGiftCard } from "@/lib/gift-cards/issue";
import type { CrashTarget } from "./crash-operations";
import { about } from "./crash-scenes";
import { createOrder } from "./payments";

/** Gift cards before an operation on whose way the process is killed. */
const actor = "merchant:test";

/** A card that pays half of the order was entered for it. */
export async function entered(): Promise<CrashTarget> {
  const orderId = await createOrder();
  const gift = await issueGiftCard({ amountMinor: 2500, currency: "USD", actor });
  const data = { orderId, giftCardId: gift.id, position: 0 };
  await (await database()).orderGiftCard.create({ data });
  return about({ orderId });
}

/** It is held, and the rest is to be paid. */
export async function held(): Promise<CrashTarget> {
  const target = await entered();
  await applyGiftCards({ id: target.orderId });
  return target;
}

/** Nobody went on to pay the rest, and the time to pay is over. */
export async function forgotten(): Promise<CrashTarget> {
  const target = await held();
  const data = { expiresAt: new Date(0) };
  const where = { orderId: target.orderId };
  await (await database()).stockReservation.updateMany({ where, data });
  return target;
}
