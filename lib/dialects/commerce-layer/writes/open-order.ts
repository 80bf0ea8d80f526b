import { requireDraftOrder, type DraftOrder } from "@/lib/checkout/drafts/draft-order";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Caller } from "../auth";
import { unauthorized } from "../errors";

/**
 * An order whose contents this token may change. Sales channels have no right to a placed one at all, which is
 * another answer than that it is too late.
 * @throws RequestError 401; DomainError not_found, wrong_state
 */
export async function requireOpenOrder(orderId: string, caller: Caller): Promise<DraftOrder> {
  try {
    return await requireDraftOrder(orderId);
  } catch (error) {
    const isLate = error instanceof DomainError && error.code === "wrong_state";
    if (isLate && caller.rights === "shopper" && (await isPlaced(orderId))) throw unauthorized();
    throw error;
  }
}

async function isPlaced(orderId: string): Promise<boolean> {
  const db = await database();
  const placed = { id: orderId, placedAt: { not: null } };
  return (await db.order.count({ where: placed })) > 0;
}
