import "server-only";
import type { Till } from "@/components/admin/register/till";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { listAccounts, type RegisterAccount } from "@/lib/register/accounts";
import { listPlaces, listReaders } from "@/lib/register/readers";
import { findTillTax } from "@/lib/register/till-tax";

type Params = Record<string, string | string[] | undefined>;

/** The till that the address names, else the first. Null: there is none yet. */
export async function readAccount(params: Params): Promise<RegisterAccount | null> {
  const accounts = await listAccounts();
  return accounts.find(({ externalId }) => externalId === params["till"]) ?? accounts[0] ?? null;
}

/** What a till's pages need to know about themselves. */
export async function readTill(account: RegisterAccount): Promise<Till> {
  const { stripe } = env();
  const { externalId, name, currency, locationRef, settings } = account;
  const { readerMode, tips, readerRef } = settings;
  return {
    id: externalId,
    name,
    currency,
    readerMode,
    tips,
    tax: await findTillTax(await database(), account),
    locationRef,
    readerRef,
    isSandbox: stripe.mode === "sandbox",
    script: stripe.mode === "sandbox" ? `${stripe.url}/js/terminal.js` : null,
    readers: readerMode === "server" ? await readersOf(account) : [],
  };
}

/** A gateway that is away leaves cash and cards on file. */
export async function readersOf(account: RegisterAccount): Promise<Till["readers"]> {
  try {
    const readers = await listReaders(account);
    return readers.map(({ ref, label, online, isSimulated }) => ({
      ref,
      label,
      isOnline: online,
      isSimulated,
    }));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

/** Whether its first reader has to say where it stands. */
export async function isWithoutPlace(account: RegisterAccount): Promise<boolean> {
  try {
    return (await listPlaces(account)).length === 0;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
