import { DomainError } from "@/lib/errors";
import { listCards, removeCard, setDefaultCard } from "@/lib/payments/wallet/cards";
import { ensureGatewayCustomer } from "@/lib/payments/wallet/customers";
import type { SavedCard } from "@/lib/payments/wallet/views";
import type { RegisterAccount } from "./accounts";

/** Whose cards these are: a name that only this account gives, so accounts never share customers. */
export function ownerOf(account: RegisterAccount, externalCustomerId: string): string {
  return `external:${account.id}:${externalCustomerId}`;
}

export async function customerRefOf(account: RegisterAccount, externalCustomerId: string) {
  const owner = ownerOf(account, externalCustomerId);
  const { gatewayRef } = await ensureGatewayCustomer({ gateway: account.gateway, owner });
  return gatewayRef;
}

export function cardsOf(account: RegisterAccount, externalCustomerId: string) {
  return listCards({ gateway: account.gateway, owner: ownerOf(account, externalCustomerId) });
}

/** By our id or the gateway's. @throws DomainError not_found */
export async function requireCard(
  account: RegisterAccount,
  externalCustomerId: string,
  name: string,
): Promise<SavedCard> {
  const cards = await cardsOf(account, externalCustomerId);
  const card = cards.find(({ id, paymentMethodRef }) => id === name || paymentMethodRef === name);
  if (card) return card;
  throw new DomainError("not_found", "This customer has no such card.");
}

/** @throws DomainError not_found, gateway_down */
export async function removeCustomerCard(
  account: RegisterAccount,
  externalCustomerId: string,
  name: string,
): Promise<void> {
  const { id: cardId } = await requireCard(account, externalCustomerId, name);
  await removeCard({ owner: ownerOf(account, externalCustomerId), cardId });
}

/** @throws DomainError not_found */
export async function chooseCustomerCard(
  account: RegisterAccount,
  externalCustomerId: string,
  name: string,
): Promise<void> {
  const { id: cardId } = await requireCard(account, externalCustomerId, name);
  await setDefaultCard({ owner: ownerOf(account, externalCustomerId), cardId });
}
