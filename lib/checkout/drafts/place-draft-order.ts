import { applyGiftCards, findTender } from "@/lib/checkout/operations/apply-gift-cards";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { openPrimary } from "@/lib/payments/core/sums";
import { carryOut } from "@/lib/payments/operations/carry-out";
import type { PayOrder, PaymentView } from "@/lib/payments/operations/pay-order";
import { completeFreeOrder } from "@/lib/payments/operations/complete-free-order";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { payOrderAnew } from "@/lib/payments/operations/pay-order-anew";
import { readOrder } from "@/lib/payments/store/orders";
import { chargeSavedCard, type ChargeSavedCard } from "@/lib/payments/wallet/charge";
import { writeDraftOrder } from "./write-draft-order";

export type PayDraftOrder = {
  orderId: string;
  gateway: "manual" | "stripe" | "stripe_connect";
  receiptEmail?: string | undefined;
  /** What the shopper has chosen before they confirm, whose it is, and whether it is kept. */
  chosen?: Pick<PayOrder, "source" | "customerRef" | "keepFor">;
  /** Left out: money is held, and captured later. */
  method?: "authorize" | "purchase";
  actor: string;
};

/**
 * Begins the payment of a draft, once nothing is missing: what is paid offline is held at once, anything
 * else waits for the shopper's browser to confirm it. Money is captured later. Asked for again it gives
 * the payment that is open, unless the order has changed since.
 *
 * @throws DomainError invalid_input with `field`, and as `writeDraftOrder` and `payOrder` do
 */
export async function payDraftOrder(command: PayDraftOrder): Promise<PaymentView> {
  const { orderId, gateway, receiptEmail, chosen, method = "authorize", actor } = command;
  await writeDraftOrder({ orderId, actor, isFinal: true });
  await holdGiftCards(orderId);
  try {
    return await payOrderAnew({
      orderId,
      gateway,
      method,
      actor,
      ...(gateway !== "manual" && { clientConfirms: true, receiptEmail, ...chosen }),
    });
  } catch (error) {
    const begun = isUnpayable(error) ? await beingBegun(command) : null;
    if (begun === null) throw error;
    return begun;
  }
}

/** @throws DomainError order_not_payable when they pay all of it: then it only has to be placed */
async function holdGiftCards(orderId: string): Promise<void> {
  const order = { id: orderId };
  const { giftCards, payMinor } = await findTender(order);
  if (giftCards.length === 0) return;
  if (payMinor > 0) {
    await applyGiftCards(order);
    return;
  }
  throw new DomainError("order_not_payable", "Its gift card pays all of this order.");
}

/**
 * Pays a draft with a card that its customer has kept, while they are away.
 * @throws DomainError as `payDraftOrder` and `chargeSavedCard` do
 */
export async function chargeDraftOrder(command: ChargeSavedCard): Promise<PaymentView> {
  const { orderId, actor } = command;
  await writeDraftOrder({ orderId, actor, isFinal: true });
  await holdGiftCards(orderId);
  return chargeSavedCard(command);
}

const isUnpayable = (error: unknown) =>
  error instanceof DomainError && error.code === "order_not_payable";

/** Another request is asking the gateway for the same: asked with the same key it gives one payment. */
async function beingBegun({ orderId, gateway }: PayDraftOrder): Promise<PaymentView | null> {
  const { payments } = await readOrder(orderId);
  for (const payment of payments) {
    const open = openPrimary(payment);
    if (open?.request.clientConfirms !== true || payment.gateway !== gateway) continue;
    return (await carryOut({ paymentId: payment.id, transactionId: open.id })).payment;
  }
  return null;
}

/**
 * Makes sure that an order is placed: one that is paid online is placed by its payment, whoever hears of
 * it first, so its gateway is asked; one that costs nothing is placed here. A second call changes nothing.
 *
 * @throws DomainError order_cancelled, order_not_payable when no payment is authorized, not_found
 */
export async function placeDraftOrder(command: { orderId: string; actor: string }): Promise<void> {
  const { orderId, actor } = command;
  const before = await standingOf(orderId);
  if (before.placedAt !== null && before.status !== "cancelled") return;
  if (before.status === "cancelled") {
    throw new DomainError("order_cancelled", "This order is cancelled.");
  }
  if (before._count.payments === 0) await writeDraftOrder({ orderId, actor, isFinal: true });
  const { totalMinor } = await standingOf(orderId);
  if (totalMinor === 0n) return completeFreeOrder({ orderId, actor });
  const order = { id: orderId };
  const { giftCards, payMinor } = await findTender(order);
  if (giftCards.length > 0 && payMinor === 0) await applyGiftCards(order);
  await lookAgain({ orderId });
  if ((await standingOf(orderId)).placedAt !== null) return;
  throw new DomainError("order_not_payable", "The payment of this order is not authorized.");
}

async function standingOf(orderId: string) {
  const db = await database();
  const select = {
    status: true,
    placedAt: true,
    totalMinor: true,
    _count: { select: { payments: true } },
  } as const;
  const order = await db.order.findUnique({ where: { id: orderId }, select });
  if (order === null) throw new DomainError("not_found", "There is no such order.");
  return order;
}
