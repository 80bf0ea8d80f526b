import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { AppliedPromotion, PromotionFacts } from "./discounts";
import { idleWords } from "./idle-words";

type Row = Prisma.PromotionGetPayload<object>;

export function promotionFacts(row: Row): PromotionFacts {
  return {
    ...row,
    amountMinor: row.amountMinor === null ? null : toMinor(row.amountMinor),
    minimumMinor: row.minimumMinor === null ? null : toMinor(row.minimumMinor),
  };
}

/** However it was typed. Null: there is no such code. */
export async function findPromotion(tx: Tx, code: string): Promise<PromotionFacts | null> {
  const row = await tx.promotion.findUnique({ where: { code: code.trim().toUpperCase() } });
  return row === null ? null : promotionFacts(row);
}

/**
 * The codes that were entered for a cart, with what is known of their uses: of all, and by this e-mail, where
 * one was typed. The order's own transaction counts again, with the promotion's row locked.
 */
export async function findCartPromotions(
  tx: Tx,
  cartId: string,
  email: string,
): Promise<PromotionFacts[]> {
  const rows = await tx.cartPromotion.findMany({
    where: { cartId },
    orderBy: [{ createdAt: "asc" }, { promotionId: "asc" }],
    select: { promotion: true },
  });
  const facts: PromotionFacts[] = [];
  for (const { promotion } of rows) {
    const uses = await countUses(tx, promotion, { email: email.trim().toLowerCase(), cartId });
    facts.push({ ...promotionFacts(promotion), limit: limitReached(promotion, uses) });
  }
  return facts;
}

type Limits = Pick<Row, "id" | "usageLimit" | "perEmailLimit" | "firstOrderOnly">;
type Uses = { all: number; own: number; placed: number };

/** Pure: which of its limits a promotion has reached. */
function limitReached({ usageLimit, perEmailLimit, firstOrderOnly }: Limits, uses: Uses) {
  if (usageLimit !== null && uses.all >= usageLimit) return "used_up";
  if (firstOrderOnly && uses.placed > 0) return "not_first";
  const each = firstOrderOnly ? 1 : perEmailLimit;
  return each !== null && uses.own >= each ? "used_by_you" : null;
}

/** The unpaid order of `cartId` gives way to the one that is being made, so it does not count. */
async function countUses(
  tx: Tx,
  { id, usageLimit, perEmailLimit, firstOrderOnly }: Limits,
  { email, cartId }: { email: string; cartId?: string },
): Promise<Uses> {
  const own = cartId === undefined ? {} : { NOT: { cartId, status: "incomplete" as const } };
  const counted = { promotionId: id, order: { status: { not: "cancelled" as const }, ...own } };
  const count = tx.promotionRedemption.count.bind(tx.promotionRedemption);
  const knowsWho = email !== "" && (perEmailLimit !== null || firstOrderOnly);
  return {
    all: usageLimit === null ? 0 : await count({ where: counted }),
    own: knowsWho ? await count({ where: { ...counted, email } }) : 0,
    placed:
      knowsWho && firstOrderOnly
        ? await tx.order.count({
            where: { email, placedAt: { not: null }, status: { not: "cancelled" } },
          })
        : 0,
  };
}

type Redeem = { orderId: string; email: string; promotions: AppliedPromotion[] };

/**
 * Counts the use of promotions by an order, within the transaction that writes the order. The promotion's
 * row is locked while its uses are counted, so of two orders for the last use one is refused. A use counts
 * for as long as its order is not cancelled, so nothing has to be given back.
 *
 * @throws DomainError wrong_state when a limit is reached
 */
export async function redeemPromotions(tx: Tx, { orderId, email, promotions }: Redeem) {
  // In the order of their ids, so that two orders never wait for each other in a circle.
  for (const promotion of promotions.toSorted((a, b) => a.id.localeCompare(b.id))) {
    await requireUse(tx, promotion, email);
    const discountMinor = BigInt(promotion.discountMinor);
    await tx.promotionRedemption.create({
      data: { promotionId: promotion.id, orderId, email, discountMinor },
    });
  }
}

async function requireUse(tx: Tx, { id, code }: AppliedPromotion, email: string): Promise<void> {
  const [limits] = await tx.$queryRaw<Limits[]>`
    SELECT id, usage_limit AS "usageLimit", per_email_limit AS "perEmailLimit",
      first_order_only AS "firstOrderOnly"
    FROM promotions WHERE id = ${id}::uuid FOR UPDATE`;
  if (limits === undefined) throw new DomainError("wrong_state", idleWords("inactive"), { code });
  const limit = limitReached(limits, await countUses(tx, limits, { email }));
  if (limit !== null) throw new DomainError("wrong_state", idleWords(limit), { code });
}
