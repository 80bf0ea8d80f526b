import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { HOLD_MS } from "@/lib/inventory/hold-times";
import type { AppliedPromotion } from "./discounts";
import { idleWords } from "./idle-words";

/**
 * How often promotions are used. A use counts from the moment its order is written, for as long as the order is
 * not cancelled and somebody may still pay it: one that was left behind, and whose goods were given back, counts
 * no more. Nothing is written for that; who takes such an order up again is counted again (`takeUsesAgain`).
 */

type Limits = Pick<
  Prisma.PromotionGetPayload<object>,
  "id" | "usageLimit" | "perEmailLimit" | "firstOrderOnly"
>;
type Uses = { all: number; own: number; placed: number };

/** Pure: which of its limits a promotion has reached. */
export function limitReached({ usageLimit, perEmailLimit, firstOrderOnly }: Limits, uses: Uses) {
  if (usageLimit !== null && uses.all >= usageLimit) return "used_up";
  if (firstOrderOnly && uses.placed > 0) return "not_first";
  const each = firstOrderOnly ? 1 : perEmailLimit;
  return each !== null && uses.own >= each ? "used_by_you" : null;
}

/**
 * Placed, or somebody may still pay it: it holds goods, or money for it is there or under way, or it is as new as
 * an order whose goods are held; those of goods that nobody counts hold none.
 */
function alive(now: Date): Prisma.OrderWhereInput {
  const since = new Date(now.getTime() - HOLD_MS);
  return {
    status: { not: "cancelled" },
    OR: [
      { placedAt: { not: null } },
      { createdAt: { gt: since } },
      { reservations: { some: { status: "held" } } },
      { payment: { notIn: ["unpaid", "voided", "refunded"] } },
      { transactions: { some: { status: { in: ["pending", "requires_action", "unknown"] } } } },
    ],
  };
}

/**
 * The unpaid order of `cartId` gives way to the one that is being made, so it does not count. Of all codes
 * for a first order, an e-mail address uses those of one order.
 */
export async function countUses(
  tx: Tx,
  { id, usageLimit, perEmailLimit, firstOrderOnly }: Limits,
  { email, cartId, orderId }: { email: string; cartId?: string; orderId?: string },
): Promise<Uses> {
  const own = cartId === undefined ? {} : { NOT: { cartId, status: "incomplete" as const } };
  const order = { AND: [own, alive(new Date())] };
  const others = orderId === undefined ? {} : { orderId: { not: orderId } };
  const counted = { promotionId: id, order, ...others };
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

export type ReachedLimit = { code: string; message: string };

type Redeem = { orderId: string; email: string; promotions: AppliedPromotion[] };

/**
 * Counts the use of promotions by an order, within the transaction that writes the order. The promotions'
 * rows are locked while uses are counted, so of two orders for the last use one is refused.
 *
 * @throws DomainError wrong_state when a limit is reached
 */
export async function redeemPromotions(tx: Tx, { orderId, email, promotions }: Redeem) {
  if (promotions.length === 0) return;
  const limits = await lockLimits(
    tx,
    promotions.map(({ id }) => id),
  );
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
 * Counts an order's uses again, when somebody goes on with it after its hold has ended; to be called before its
 * goods are held again, because that is the order in which all lock these rows. The reached limit, if others
 * have used it up since: then nothing may be held for this order.
 */
export async function takeUsesAgain(tx: Tx, orderId: string): Promise<ReachedLimit | null> {
  const uses = await tx.promotionRedemption.findMany({
    where: { orderId },
    select: { promotionId: true, email: true, promotion: { select: { code: true } } },
  });
  if (uses.length === 0) return null;
  const limits = await lockLimits(
    tx,
    uses.map(({ promotionId }) => promotionId),
  );
  for (const { promotionId, email, promotion } of uses) {
    const own = limits.find(({ id }) => id === promotionId);
    const why = own ? limitReached(own, await countUses(tx, own, { email, orderId })) : null;
    if (why !== null) return { code: promotion.code, message: idleWords(why) };
  }
  return null;
}

/**
 * All at once and in the order of their ids, so that two orders never wait for each other in a circle. With
 * one code for a first order come all of them: two of them in two tabs would not meet otherwise.
 */
function lockLimits(tx: Tx, ids: string[]): Promise<Limits[]> {
  return tx.$queryRaw<Limits[]>`
    SELECT id, usage_limit AS "usageLimit", per_email_limit AS "perEmailLimit",
      first_order_only AS "firstOrderOnly"
    FROM promotions
    WHERE id = ANY(${ids}::uuid[]) OR (first_order_only AND EXISTS (
      SELECT 1 FROM promotions p WHERE p.id = ANY(${ids}::uuid[]) AND p.first_order_only))
    ORDER BY id FOR UPDATE`;
}
