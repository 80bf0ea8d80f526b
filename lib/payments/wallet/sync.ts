import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import type { GatewayCard, WalletGatewayId } from "@/lib/payments/gateways/wallet";
import { walletAt } from "@/lib/payments/gateways/wallets";
import { keepSetUpCard } from "./setup";
import type { WalletReferences } from "./references";
import { retireCustomer } from "./retire";
import { ensureDefault, lockCustomer, writeCard } from "./store";

/** The consent that the gateway's own form asked for, where the words are not ours. */
const consentOf = {
  always: "Agreed in the payment form to keep the card for later orders.",
  limited: "Agreed with a payment that the card is kept for later charges.",
  unspecified: null,
} as const;

/**
 * Compares a customer's cards at the gateway with ours. Events come doubled, late and in any order, so
 * none is believed: each only says that somebody's cards are to be read anew. That finds what a payment
 * or a checkout page kept, what was removed elsewhere, and what the card's bank renewed.
 */
export async function syncWallet(
  gateway: WalletGatewayId,
  references: WalletReferences,
): Promise<void> {
  const customer = await findCustomer(gateway, references);
  if (customer === null) return;
  const { id, gatewayRef } = customer;
  if (references.setupRef !== null) {
    await keepSetUpCard({ gateway, id }, references.setupRef);
    return;
  }
  const startedAt = new Date();
  const cards = await walletAt(gateway).cardsOf(gatewayRef);
  if (cards === null) await retireCustomer(id);
  else await compare(id, cards, startedAt);
}

async function compare(customerId: string, cards: GatewayCard[], startedAt: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCustomer(tx, customerId);
    for (const card of cards) {
      const consent = consentOf[card.allowRedisplay];
      const keeping = { consent, actor: "gateway", at: startedAt };
      const key = { customerId, gatewayRef: card.ref };
      const known = await tx.savedCard.findUnique({ where: { customerId_gatewayRef: key } });
      await writeCard(tx, customerId, card, known ? { ...keeping, consent: null } : keeping);
    }
    const refs = cards.map(({ ref }) => ref);
    // A card that was kept after the gateway was read cannot be missing from what it said.
    const missing = { gatewayRef: { notIn: refs }, createdAt: { lt: startedAt } };
    await tx.savedCard.updateMany({
      where: { customerId, removedAt: null, ...missing },
      data: { removedAt: new Date(), isDefault: false },
    });
    await ensureDefault(tx, customerId);
  });
}

async function findCustomer(gateway: WalletGatewayId, references: WalletReferences) {
  const { customerRef, methodRef } = references;
  const names = [
    ...(customerRef === null ? [] : [{ gatewayRef: customerRef }]),
    // Who a detached card belonged to, only our own row says.
    ...(methodRef === null ? [] : [{ cards: { some: { gatewayRef: methodRef } } }]),
  ];
  if (names.length === 0) return null;
  const db = await database();
  const row = await db.gatewayCustomer.findFirst({ where: { gateway, OR: names } });
  return row === null || row.gatewayRef === null
    ? null
    : { id: row.id, gatewayRef: row.gatewayRef };
}
