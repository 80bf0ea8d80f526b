import type { Tx } from "@/lib/db/transaction";
import { giftCardFacts, giftCardSelect, type GiftCardFacts } from "./find";

/** The gift cards that were entered for a cart, in the order in which they are used. */
export async function findCartGiftCards(tx: Tx, cartId: string): Promise<GiftCardFacts[]> {
  const rows = await tx.cartGiftCard.findMany({
    where: { cartId },
    orderBy: [{ createdAt: "asc" }, { giftCardId: "asc" }],
    select: { giftCard: { select: giftCardSelect } },
  });
  return rows.map(({ giftCard }) => giftCardFacts(giftCard));
}
