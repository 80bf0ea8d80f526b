import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import {
  walletGatewayIds,
  type Redisplay,
  type WalletGatewayId,
} from "@/lib/payments/gateways/wallet";
import { walletAt } from "@/lib/payments/gateways/wallets";
import { report } from "@/lib/payments/report";
import type { Owner } from "./customers";
import { withGatewayCustomer } from "./retire";
import { ensureDefault, lockCustomer, writeCard } from "./store";
import { savedCard, type SavedCard } from "./views";

export type KeepCard = Owner & {
  email?: string | null;
  /** `pm_…` or `tok_…` */
  paymentMethodRef: string;
  /** The words that the owner agreed to; null where the one who asks has their own record of it. */
  consent: string | null;
  /** Whether it may be offered at a later checkout; left out: as the gateway has it. */
  allowRedisplay?: Redisplay;
  /** shopper, merchant:<id>, … */
  actor: string;
};

/**
 * From our own rows: showing them asks nobody. The default is first, then the newest.
 * @param redisplayable only those that may be offered at a checkout
 */
export async function listCards(
  { gateway, owner }: Owner,
  { redisplayable = false } = {},
): Promise<SavedCard[]> {
  const db = await database();
  const rows = await db.savedCard.findMany({
    where: {
      customer: { gateway, owner },
      removedAt: null,
      ...(redisplayable && { allowRedisplay: "always" }),
    },
    orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(savedCard);
}

/**
 * Attaches a card to its owner at the gateway, and writes it down. Again with the same card: the same.
 * @throws DomainError wrong_state when it is somebody else's, gateway_declined, gateway_down, not_found
 */
export async function keepCard(command: KeepCard): Promise<SavedCard> {
  const { gateway, owner, email, paymentMethodRef, consent, allowRedisplay, actor } = command;
  const at = new Date();
  const { customer, card } = await withGatewayCustomer({ gateway, owner, email }, async (its) => ({
    customer: its,
    card: await walletAt(gateway).attach(its.gatewayRef, paymentMethodRef, allowRedisplay),
  }));
  return inTransaction(async (tx) => {
    await lockCustomer(tx, customer.id);
    await writeCard(tx, customer.id, card, { consent, actor, at });
    await ensureDefault(tx, customer.id);
    const key = { customerId: customer.id, gatewayRef: card.ref };
    return savedCard(
      await tx.savedCard.findUniqueOrThrow({ where: { customerId_gatewayRef: key } }),
    );
  });
}

export type OwnedCard = { owner: string; cardId: string };

/** @throws DomainError not_found */
export async function setDefaultCard(command: OwnedCard): Promise<void> {
  const { card, customer } = await findOwned(command);
  await inTransaction(async (tx) => {
    await lockCustomer(tx, customer.id);
    const others = { customerId: customer.id, isDefault: true };
    await tx.savedCard.updateMany({ where: others, data: { isDefault: false } });
    const chosen = { id: card.id, removedAt: null };
    await tx.savedCard.updateMany({ where: chosen, data: { isDefault: true } });
    await ensureDefault(tx, customer.id);
  });
  // Only what is written here decides; the gateway's own pages show the same when it can be told.
  try {
    await walletAt(customer.gateway).setDefault(customer.gatewayRef, card.gatewayRef);
  } catch (error) {
    report("the gateway was not told of a default card", error);
  }
}

/**
 * Removes it at the gateway and here. Again: no error.
 * @throws DomainError not_found, gateway_down, gateway_declined
 */
export async function removeCard(command: OwnedCard): Promise<void> {
  const { card, customer } = await findOwned(command, { removed: true });
  if (card.removedAt !== null) return;
  await walletAt(customer.gateway).detach(card.gatewayRef);
  await inTransaction(async (tx) => {
    await lockCustomer(tx, customer.id);
    const gone = { removedAt: new Date(), isDefault: false };
    await tx.savedCard.updateMany({ where: { id: card.id, removedAt: null }, data: gone });
    await ensureDefault(tx, customer.id);
  });
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The owner is in the question, so nobody touches a card of somebody else's. */
export async function findOwned({ owner, cardId }: OwnedCard, { removed = false } = {}) {
  const db = await database();
  const card = uuid.test(cardId)
    ? await db.savedCard.findFirst({
        where: { id: cardId, customer: { owner }, ...(!removed && { removedAt: null }) },
        include: { customer: true },
      })
    : null;
  if (card === null || card.customer.gatewayRef === null) {
    throw new DomainError("not_found", "There is no such card.");
  }
  const { id, gatewayRef } = card.customer;
  return { card, customer: { id, gatewayRef, gateway: walletGateway(card.customer.gateway) } };
}

function walletGateway(id: string): WalletGatewayId {
  const known = walletGatewayIds.find((gateway) => gateway === id);
  if (known === undefined) throw new DomainError("gateway_cannot", "This gateway keeps no cards.");
  return known;
}
