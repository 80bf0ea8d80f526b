import { lockCart, touchCart } from "@/lib/cart/store";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { findGiftCard, giftCardProblem, type GiftCardFacts } from "@/lib/gift-cards/find";
import { countAttempt } from "@/lib/http/rate-limit";
import { normalGiftCardCode } from "@/lib/gift-cards/code";
import {
  discountsFor,
  whyIdle,
  type IdleReason,
  type PromotionFacts,
} from "@/lib/promotions/discounts";
import { findPromotion } from "@/lib/promotions/store";
import { isPriced, readCart, type CheckoutCart } from "../cart";
import { pricingLine } from "../price-cart";

/** What became of a code, for the page to say in the shopper's language. */
export type CodeAnswer =
  | "code_taken"
  | "card_taken"
  | "code_missing"
  | "code_unknown"
  | "too_many"
  | `why_${IdleReason}`
  | `card_${NonNullable<ReturnType<typeof giftCardProblem>>}`;

export type EnterCode = { cartRef: string; typed: string; clientAddress: string };

const minuteMs = 60_000;

/**
 * Uses a discount code or a gift card for a cart. A code that takes nothing off yet is kept, because the
 * bag may still grow; one that never will is refused. Attempts are counted, so that nobody finds codes by
 * trying.
 */
export async function enterCode({ cartRef, typed, clientAddress }: EnterCode): Promise<CodeAnswer> {
  if (typed.trim() === "") return "code_missing";
  try {
    await countAttempt(`code:cart:${cartRef}`, { attempts: 15, windowMs: 15 * minuteMs });
    await countAttempt(`code:ip:${clientAddress}`, { attempts: 60, windowMs: 15 * minuteMs });
  } catch (error) {
    if (error instanceof DomainError && error.code === "too_many_attempts") return "too_many";
    throw error;
  }
  return inTransaction(async (tx) => {
    const locked = await lockCart(tx, cartRef);
    if (locked === null) throw new DomainError("cart_empty", "Your bag is empty.");
    const card = normalGiftCardCode(typed) === null ? null : await findGiftCard(tx, typed);
    if (card !== null) return useGiftCard(tx, locked, card);
    const promotion = await findPromotion(tx, typed);
    return promotion === null ? "code_unknown" : usePromotion(tx, locked, promotion);
  });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockCart>>>;

async function useGiftCard(tx: Tx, cart: Locked, card: GiftCardFacts): Promise<CodeAnswer> {
  const problem = giftCardProblem(card, { currency: cart.currency, now: new Date() });
  if (problem !== null) return `card_${problem}`;
  const key = { cartId: cart.id, giftCardId: card.id };
  const where = { cartId_giftCardId: key };
  await tx.cartGiftCard.upsert({ where, create: key, update: {} });
  await touchCart(tx, cart.id);
  return "card_taken";
}

const hopeless: readonly (IdleReason | null)[] = ["inactive", "expired", "other_currency"];

/** Says what the bag will say: its other codes and the uses so far count too. */
async function usePromotion(
  tx: Tx,
  { id, ref, currency }: Locked,
  promotion: PromotionFacts,
): Promise<CodeAnswer> {
  const now = new Date();
  const basketOf = (cart: CheckoutCart | null) => {
    return { currency, lines: cart?.lines.filter(isPriced).map(pricingLine) ?? [], now };
  };
  const why = whyIdle(promotion, basketOf(await readCart(tx, ref)));
  if (why !== null && hopeless.includes(why)) return `why_${why}`;
  const key = { cartId: id, promotionId: promotion.id };
  const where = { cartId_promotionId: key };
  await tx.cartPromotion.upsert({ where, create: key, update: {} });
  await touchCart(tx, id);
  const after = await readCart(tx, ref);
  const { idle } = discountsFor(after?.promotions ?? [], basketOf(after));
  const own = idle.find((one) => one.id === promotion.id);
  return own === undefined ? "code_taken" : `why_${own.why}`;
}

/** Takes a code or a gift card out of a cart, by the id that the cart shows. */
export async function removeCode({ cartRef, id }: { cartRef: string; id: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const cart = await lockCart(tx, cartRef);
    if (cart === null) return;
    const codes = await tx.cartPromotion.deleteMany({
      where: { cartId: cart.id, promotionId: id },
    });
    const cards = await tx.cartGiftCard.deleteMany({ where: { cartId: cart.id, giftCardId: id } });
    if (codes.count + cards.count > 0) await touchCart(tx, cart.id);
  });
}
