import { DomainError } from "@/lib/errors";
import { terminalFor } from "@/lib/payments/gateways/registry";
import type { Place, Reader, Terminal } from "@/lib/payments/gateways/terminal";
import type { RegisterAccount } from "./accounts";

/**
 * Places and readers of an account. Accounts of one gateway share its list, so an account that is bound to
 * a place sees the readers there and no others.
 */
export async function connectionToken(
  account: RegisterAccount,
  locationRef?: string,
): Promise<string> {
  const ref = await knownPlace(account, locationRef);
  return terminalFor(account.gateway).connectionToken(ref);
}

/** @throws DomainError not_found for a place that is not the account's, or nobody's */
async function knownPlace(account: RegisterAccount, asked?: string): Promise<string | undefined> {
  if (asked === undefined) return account.locationRef ?? undefined;
  const places = await listPlaces(account);
  if (places.some(({ ref }) => ref === asked)) return asked;
  throw new DomainError("not_found", "There is no such location.");
}

export async function listPlaces(account: RegisterAccount): Promise<Place[]> {
  const places = await terminalFor(account.gateway).places();
  const { locationRef } = account;
  return locationRef === null ? places : places.filter(({ ref }) => ref === locationRef);
}

/** @throws DomainError wrong_state when the account is bound to a place; invalid_input, gateway_down */
export function createPlace(account: RegisterAccount, place: Omit<Place, "ref">): Promise<Place> {
  if (account.locationRef === null) return terminalFor(account.gateway).createPlace(place);
  throw new DomainError("wrong_state", "This account is bound to a location.");
}

export async function listReaders(
  account: RegisterAccount,
  locationRef?: string,
): Promise<Reader[]> {
  const ref = await knownPlace(account, locationRef);
  return terminalFor(account.gateway).readers(ref);
}

/** @throws DomainError not_found, also when it is at another place than the account's */
export async function requireReader(account: RegisterAccount, ref: string): Promise<Reader> {
  const reader = await terminalFor(account.gateway).reader(ref);
  if (account.locationRef === null || reader.locationRef === account.locationRef) return reader;
  throw new DomainError("not_found", "There is no such reader.");
}

type Registration = Parameters<Terminal["registerReader"]>[0];

/** @throws DomainError invalid_input for a code that is not shown by any reader; gateway_down */
export async function registerReader(
  account: RegisterAccount,
  { locationRef, ...reader }: Registration,
): Promise<Reader> {
  const place = await knownPlace(account, locationRef);
  return terminalFor(account.gateway).registerReader({ ...reader, locationRef: place });
}

export async function removeReader(account: RegisterAccount, ref: string): Promise<void> {
  await requireReader(account, ref);
  await terminalFor(account.gateway).removeReader(ref);
}

/** Where readers are simulated: holds a card to one. @throws DomainError wrong_state for a real reader */
export async function holdSimulatedCard(
  account: RegisterAccount,
  ref: string,
  card: { number?: string | undefined; tipMinor?: number | undefined } = {},
): Promise<Reader> {
  const { isSimulated } = await requireReader(account, ref);
  if (!isSimulated) throw new DomainError("wrong_state", "This reader takes real cards.");
  return terminalFor(account.gateway).holdCard(ref, card);
}
