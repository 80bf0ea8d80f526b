import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { findGiftCard, giftCardProblem, type GiftCardProblem } from "@/lib/gift-cards/find";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { requireDraftOrder } from "./draft-order";

const field = "gift_card_code";

const words = {
  disabled: "This gift card was switched off.",
  expired: "This gift card has expired.",
  other_currency: "This gift card is in another currency.",
  empty: "Nothing is left on this gift card.",
} as const satisfies Record<GiftCardProblem, string>;

/**
 * The gift card that pays first; null: none. What was begun for the amount before is closed.
 * @throws DomainError wrong_state, invalid_input with `field`
 */
export async function setDraftGiftCard(command: {
  orderId: string;
  code: string | null;
  actor: string;
}): Promise<void> {
  const { orderId, code, actor } = command;
  const { currency } = await requireDraftOrder(orderId);
  const giftCardId = await inTransaction(async (tx) => {
    if (code === null) return null;
    const card = await findGiftCard(tx, code);
    if (card === null) throw new DomainError("invalid_input", "There is no such card.", { field });
    const problem = giftCardProblem(card, { currency, now: new Date() });
    if (problem) throw new DomainError("invalid_input", words[problem], { field });
    return card.id;
  });
  await closeOrderPayments({ orderId, actor });
  await inTransaction(async (tx) => {
    await tx.orderGiftCard.deleteMany({ where: { orderId } });
    if (giftCardId === null) return;
    await tx.orderGiftCard.create({ data: { orderId, giftCardId, position: 0 } });
  });
}
