import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";
import type { GatewayCard } from "@/lib/payments/gateways/wallet";

/** What is known about a card beside what the gateway says. */
export type Keeping = { consent: string | null; actor: string; at: Date };

/** Somebody's cards are changed by one at a time: "exactly one default" needs to see all of them. */
export async function lockCustomer(tx: Tx, customerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM gateway_customers WHERE id = ${customerId}::uuid FOR UPDATE`;
}

/**
 * Writes a card as the gateway shows it. Words that were agreed to are never overwritten by none, and a
 * card that was removed stays removed: gateways do not take one back.
 */
export async function writeCard(
  tx: Tx,
  customerId: string,
  card: GatewayCard,
  { consent, actor, at }: Keeping,
): Promise<void> {
  const { ref, brand, last4, expMonth, expYear, allowRedisplay } = card;
  const where = { customerId_gatewayRef: { customerId, gatewayRef: ref } };
  const shown = { brand, last4, expMonth, expYear, allowRedisplay };
  const known = await tx.savedCard.findUnique({ where });
  if (known === null) {
    const agreed = { consent, consentAt: consent === null ? null : at };
    await tx.savedCard.create({
      data: { id: newId(), customerId, gatewayRef: ref, ...shown, ...agreed, actor, createdAt: at },
    });
  } else {
    const isBetter = consent !== null && (known.consent === null || known.actor === "gateway");
    const agreed = isBetter ? { consent, consentAt: at, actor } : {};
    await tx.savedCard.update({ where, data: { ...shown, ...agreed } });
  }
}

/** The newest card takes the place of a default that is gone, and the first one is it at once. */
export async function ensureDefault(tx: Tx, customerId: string): Promise<void> {
  const cards = await tx.savedCard.findMany({
    where: { customerId, removedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const [newest] = cards;
  if (!newest || cards.some(({ isDefault }) => isDefault)) return;
  await tx.savedCard.update({ where: { id: newest.id }, data: { isDefault: true } });
}
