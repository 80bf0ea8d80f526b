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

/**
 * The unpaid order of `cartId` gives way to the one that is being made, so it does not count. Of all codes
 * for a first order, an e-mail address uses those of one order.
 */
async function countUses(
  tx: Tx,
  { id, usageLimit, perEmailLimit, firstOrderOnly }: Limits,
  { email, cartId, orderId }: { email: string; cartId?: string; orderId?: string },
): Promise<Uses> {
  const own = cartId === undefined ? {} : { NOT: { cartId, status: "incomplete" as const } };
  const order = { status: { not: "cancelled" as const }, ...own };
  const counted = { promotionId: id, order };
  const others = orderId === undefined ? {} : { orderId: { not: orderId } };
  const byEmail = firstOrderOnly ? { promotion: { firstOrderOnly }, order, ...others } : counted;
  const count = tx.promotionRedemption.count.bind(tx.promotionRedemption);
  const knowsWho = email !== "" && (perEmailLimit !== null || firstOrderOnly);
  return {
    all: usageLimit === null ? 0 : await count({ where: counted }),
    own: knowsWho ? await count({ where: { ...byEmail, email } }) : 0,
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
 * Counts the use of promotions by an order, within the transaction that writes the order. The promotions'
 * rows are locked while uses are counted, so of two orders for the last use one is refused. A use counts
 * for as long as its order is not cancelled, so nothing has to be given back.
 *
 * @throws DomainError wrong_state when a limit is reached
 */
export async function redeemPromotions(tx: Tx, { orderId, email, promotions }: Redeem) {
  if (promotions.length === 0) return;
  const limits = await lockLimits(tx, promotions);
  for (const { id: promotionId, code, discountMinor } of promotions) {
    const own = limits.find(({ id }) => id === promotionId);
    const limit = own
      ? limitReached(own, await countUses(tx, own, { email, orderId }))
      : "inactive";
    if (limit !== null) throw new DomainError("wrong_state", idleWords(limit), { code });
    await tx.promotionRedemption.create({
      data: { promotionId, orderId, email, discountMinor: BigInt(discountMinor) },
    });
  }
}

/**
 * All at once and in the order of their ids, so that two orders never wait for each other in a circle. With
 * one code for a first order come all of them: two of them in two tabs would not meet otherwise.
 */
function lockLimits(tx: Tx, promotions: AppliedPromotion[]): Promise<Limits[]> {
  const ids = promotions.map(({ id }) => id);
  return tx.$queryRaw<Limits[]>`
    SELECT id, usage_limit AS "usageLimit", per_email_limit AS "perEmailLimit",
      first_order_only AS "firstOrderOnly"
    FROM promotions
    WHERE id = ANY(${ids}::uuid[]) OR (first_order_only AND EXISTS (
      SELECT 1 FROM promotions p WHERE p.id = ANY(${ids}::uuid[]) AND p.first_order_only))
    ORDER BY id FOR UPDATE`;
}
