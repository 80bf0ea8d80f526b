import { database } from "@/lib/db/client";
import { inTransaction, isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { walletGatewayIds } from "@/lib/payments/gateways/wallet";
import { listCards, removeCard } from "@/lib/payments/wallet/cards";
import { shopperAuth } from "../auth";
import { walletOf } from "../wallet-of";

export type ChangeAccount = {
  shopperId: string;
  name?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
  /** Of the sessions, the one that goes on when there is a new password. */
  keepToken: string | null;
};

/**
 * What a program changes of an account. Another address is to be confirmed anew, or it would show the orders
 * that its owner made as a guest; a new password ends every other session.
 * @throws DomainError not_found; wrong_state when the address is another account's
 */
export async function changeAccount(command: ChangeAccount): Promise<void> {
  const { shopperId: id, name, email, password, keepToken } = command;
  const { $context } = await shopperAuth();
  const hash = password === undefined ? null : await (await $context).password.hash(password);
  await inTransaction(async (tx) => {
    const before = await tx.shopper.findUnique({ where: { id }, select: { email: true } });
    if (before === null) throw new DomainError("not_found", "Customer not found");
    const address = email?.toLowerCase() ?? before.email;
    const isNew = address !== before.email;
    const data = { ...(name && { name }), ...(isNew && { email: address, emailVerified: false }) };
    await tx.shopper.update({ where: { id }, data }).catch(asTaken);
    if (hash === null) return;
    const credential = { userId: id, providerId: "credential" };
    await tx.shopperAccount.updateMany({ where: credential, data: { password: hash } });
    const others = { userId: id, ...(keepToken !== null && { token: { not: keepToken } }) };
    await tx.shopperSession.deleteMany({ where: others });
  });
}

function asTaken(error: unknown): never {
  if (!isDuplicate(error)) throw error;
  const message = "There is a customer with this e-mail address already.";
  throw new DomainError("wrong_state", message, { what: "Customer" }, { cause: error });
}

/**
 * Its sessions, addresses and cards on file go with it; its orders stay, and are nobody's.
 * @throws DomainError not_found, gateway_down
 */
export async function deleteAccount(shopperId: string): Promise<void> {
  const { owner } = walletOf({ id: shopperId });
  for (const gateway of walletGatewayIds) {
    for (const { id: cardId } of await listCards({ gateway, owner })) {
      await removeCard({ owner, cardId });
    }
  }
  const db = await database();
  const { count } = await db.shopper.deleteMany({ where: { id: shopperId } });
  if (count === 0) throw new DomainError("not_found", "Customer not found");
}
