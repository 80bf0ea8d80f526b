import { hashPassword } from "better-auth/crypto";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/ids";

export type NewMerchant = { name: string; email: string; password: string };

/**
 * Makes a merchant who signs in with e-mail and password. With an e-mail that is taken nothing is
 * changed, so a seed may run again. Gives the merchant's id.
 */
export async function createMerchant(merchant: NewMerchant): Promise<string> {
  const passwordHash = await hashPassword(merchant.password);
  return inTransaction((tx) => insertMerchant(tx, merchant, passwordHash));
}

export async function insertMerchant(
  tx: Tx,
  merchant: NewMerchant,
  passwordHash: string,
): Promise<string> {
  const email = merchant.email.trim().toLowerCase();
  const id = newId();
  const rows = [{ id, name: merchant.name.trim(), email, emailVerified: true }];
  const { count } = await tx.merchant.createMany({ data: rows, skipDuplicates: true });
  if (count === 0) return (await tx.merchant.findUniqueOrThrow({ where: { email } })).id;

  // The sign-in library looks for the password under these names.
  const account = { providerId: "credential", accountId: id, issuer: "local:credential" };
  await tx.merchantAccount.create({
    data: { id: newId(), userId: id, ...account, password: passwordHash },
  });
  return id;
}
