import { database, type Prisma } from "@/lib/db/client";
import { isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { currencySchema, type Currency } from "@/lib/money/currency";
import type { WebhookSource } from "@/lib/payments/core/types";
import { registerSettingsSchema, type RegisterSettings } from "./settings";

/** A till, or a program that sells in person. Everything in this folder is done for one of them. */
export type RegisterAccount = {
  id: string;
  /** What programs call it: account_123456. */
  externalId: string;
  name: string;
  gateway: WebhookSource;
  currency: Currency;
  locationRef: string | null;
  settings: RegisterSettings;
};

type Row = Prisma.RegisterAccountGetPayload<object>;

export function accountOf(row: Row): RegisterAccount {
  const { id, externalId, name, locationRef } = row;
  return {
    id,
    externalId,
    name,
    locationRef,
    // The database has no other for an account.
    gateway: row.gateway === "stripe_connect" ? "stripe_connect" : "stripe",
    currency: currencySchema.parse(row.currency),
    settings: registerSettingsSchema.parse(row.settings),
  };
}

/** @throws DomainError not_found */
export async function requireAccount(where: { id: string } | { externalId: string }) {
  const row = await (await database()).registerAccount.findUnique({ where });
  if (row === null) throw new DomainError("not_found", "There is no such account.");
  return accountOf(row);
}

/** Oldest first: the first is what opens where nobody chose, and a new till must not change that. */
export async function listAccounts(): Promise<RegisterAccount[]> {
  const db = await database();
  const rows = await db.registerAccount.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(accountOf);
}

export type NewRegisterAccount = Pick<RegisterAccount, "externalId" | "name" | "currency"> &
  Partial<Pick<RegisterAccount, "gateway" | "locationRef" | "settings">>;

/** @throws DomainError wrong_state when programs call another account so */
export async function createAccount(command: NewRegisterAccount): Promise<RegisterAccount> {
  const { gateway = "stripe", locationRef = null, settings, ...named } = command;
  const db = await database();
  const data = { ...named, gateway, locationRef, settings: settings ?? {} };
  try {
    return accountOf(await db.registerAccount.create({ data }));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError("wrong_state", "There is an account with this id already.");
  }
}

export type ChangeAccount = { id: string } & Partial<
  Pick<RegisterAccount, "name" | "locationRef" | "settings">
>;

/** @throws DomainError not_found */
export async function changeAccount({ id, ...data }: ChangeAccount): Promise<RegisterAccount> {
  await requireAccount({ id });
  return accountOf(await (await database()).registerAccount.update({ where: { id }, data }));
}
