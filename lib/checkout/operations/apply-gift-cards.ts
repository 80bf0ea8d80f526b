import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { giftCardFacts, giftCardProblem, giftCardSelect } from "@/lib/gift-cards/find";
import { shareOfGiftCards } from "@/lib/gift-cards/find";
import { sum } from "@/lib/money/divide";
import { currencySchema } from "@/lib/money/currency";
import { leastChargeMinor } from "@/lib/money/least-charge";
import { heldMinor, openPrimary, payableMinor } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { readOrder } from "@/lib/payments/store/orders";

export type OrderGiftCard = {
  id: string;
  last4: string;
  /** What it gives to this order: held already, or what it would give now. */
  amountMinor: number;
  isHeld: boolean;
};

/** How gift cards and the rest share an order's total, in minor units. */
export type Tender = { giftCards: OrderGiftCard[]; payMinor: number };

/** What would be paid, and how, if the shopper went on now. */
export async function findTender(order: { id: string }): Promise<Tender> {
  const db = await database();
  const [state, rows] = await Promise.all([
    readOrder(order.id),
    db.orderGiftCard.findMany({
      where: { orderId: order.id },
      orderBy: { position: "asc" },
      select: { giftCard: { select: giftCardSelect } },
    }),
  ]);
  return planTender(
    state,
    rows.map(({ giftCard }) => giftCardFacts(giftCard)),
  );
}

type Card = ReturnType<typeof giftCardFacts>;

function planTender(order: OrderState, cards: readonly Card[]): Tender {
  const held = cards.map((card) => sum(paymentsOf(order, card.id).map(liveOrOpen)));
  const currency = currencySchema.parse(order.currency);
  const balances = cards.map((card, at) => {
    if ((held[at] ?? 0) > 0) return 0;
    return giftCardProblem(card, { currency, now: new Date() }) === null ? card.balanceMinor : 0;
  });
  const left = payableMinor({ ...order, payments: order.payments.filter(isThere) });
  const shares = shareOfGiftCards(balances, left, leastChargeMinor(currency));
  const giftCards = cards.map(({ id, last4 }, at) => {
    const heldNow = held[at] ?? 0;
    return { id, last4, amountMinor: heldNow + (shares[at] ?? 0), isHeld: heldNow > 0 };
  });
  return { giftCards, payMinor: left - sum(shares) };
}

const paymentsOf = (order: OrderState, giftCardId: string) =>
  order.payments.filter(({ gateway, transactions }) => {
    return (
      gateway === "gift_card" && transactions.some(({ request }) => request.source === giftCardId)
    );
  });

/** A page or a card form that is open gives way to the next one, so what it asks for is still to pay. */
const isThere = (payment: PaymentState) =>
  payment.gateway === "gift_card" || openPrimary(payment) === undefined;

const liveOrOpen = (payment: PaymentState) =>
  heldMinor(payment) +
  payment.capturedMinor -
  payment.refundedMinor +
  (openPrimary(payment)?.amountMinor ?? 0);

/**
 * Holds what the order's gift cards give to it, each once, however often it is called. What one cannot give
 * any more is left to pay in another way. A card that pays the whole order places it.
 */
export async function applyGiftCards(order: { id: string }): Promise<Tender> {
  const wanted = await findTender(order);
  const missing = wanted.giftCards.filter(({ isHeld, amountMinor }) => !isHeld && amountMinor > 0);
  if (missing.length === 0) return wanted;
  // A page that is open asks for more than the rest: it ends, and another one is made for the rest.
  const command = { orderId: order.id, actor: "shopper" };
  await closeOrderPayments({ ...command, keepGiftCards: true });
  for (const { id: source, amountMinor } of missing) {
    const before = paymentsOf(await readOrder(order.id), source).length;
    const idempotencyKey = `gift:${source}:${before}`;
    const gateway = "gift_card" as const;
    await payOrder({
      ...command,
      gateway,
      method: "authorize",
      amountMinor,
      source,
      idempotencyKey,
    }).catch(ignoreOtherTab);
  }
  return findTender(order);
}

/** Another tab did the same a moment before, and what it did is found by whoever looks next. */
function ignoreOtherTab(error: unknown): void {
  const codes = ["key_in_progress", "key_reused", "amount_too_large", "order_not_payable"];
  if (!(error instanceof DomainError) || !codes.includes(error.code)) throw error;
}
