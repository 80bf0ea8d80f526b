import { createHash } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import { insertMerchant, type NewMerchant } from "./create-merchant";

const VALID_MS = 24 * 60 * 60_000;

/** Only the hash is stored: who reads the database cannot use the link. */
const identifierOf = (token: string): string =>
  `setup:${createHash("sha256").update(token).digest("base64url")}`;

/**
 * A link with which the first merchant is made, once, within a day. Null when there is a merchant.
 * A new link makes the older ones void, so only what the last start printed works.
 */
export async function createSetupLink(): Promise<string | null> {
  const token = newToken();
  const isNeeded = await inTransaction(async (tx) => {
    if ((await tx.merchant.count()) > 0) return false;
    await tx.merchantVerification.deleteMany({ where: { identifier: { startsWith: "setup:" } } });
    const expiresAt = new Date(Date.now() + VALID_MS);
    const row = { id: newId(), identifier: identifierOf(token), value: "setup", expiresAt };
    await tx.merchantVerification.create({ data: row });
    return true;
  });
  return isNeeded ? `${env().storeUrl}/admin/setup?token=${token}` : null;
}

export async function isSetupLinkOpen(token: string): Promise<boolean> {
  const db = await database();
  const where = { identifier: identifierOf(token), expiresAt: { gt: new Date() } };
  return (await db.merchantVerification.count({ where })) > 0;
}

/** @throws DomainError forbidden when the link was used, replaced, or is too old. */
export async function redeemSetupLink(token: string, merchant: NewMerchant): Promise<void> {
  const passwordHash = await hashPassword(merchant.password);
  await inTransaction(async (tx) => {
    // Deleting is taking: of two who press at once, one finds the row.
    const where = { identifier: identifierOf(token), expiresAt: { gt: new Date() } };
    const { count } = await tx.merchantVerification.deleteMany({ where });
    if (count === 0) throw new DomainError("forbidden", "This link was used, or is too old.");
    await insertMerchant(tx, merchant, passwordHash);
  });
}
