import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { walletAt } from "@/lib/payments/gateways/wallets";
import { ensureGatewayCustomer, type EnsureCustomer, type GatewayCustomerRef } from "./customers";
import { lockCustomer } from "./store";

/**
 * A customer whom somebody deleted at the gateway. Our row stays, for what was agreed to and charged, and
 * gives its owner's name back: what they keep next makes a new row, and so a new customer under a key of
 * its own. Again: no change.
 */
export async function retireCustomer(customerId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const { owner } = await tx.gatewayCustomer.findUniqueOrThrow({ where: { id: customerId } });
    if (owner.startsWith(retired)) return;
    await tx.savedCard.updateMany({
      where: { customerId, removedAt: null },
      data: { removedAt: new Date(), isDefault: false },
    });
    const name = `${retired}${customerId}:${owner}`;
    await tx.gatewayCustomer.update({ where: { id: customerId }, data: { owner: name } });
  });
}

const retired = "retired:";

/**
 * Work with an owner's customer at the gateway. Where the gateway knows it no more and its event has not
 * told us yet, the work is done once again with a new one.
 */
export async function withGatewayCustomer<T>(
  command: EnsureCustomer,
  work: (customer: GatewayCustomerRef) => Promise<T>,
): Promise<T> {
  const customer = await ensureGatewayCustomer(command);
  try {
    return await work(customer);
  } catch (error) {
    const isMissing = error instanceof DomainError && error.code === "not_found";
    if (!isMissing || !(await isGone(command, customer))) throw error;
    await retireCustomer(customer.id);
    return work(await ensureGatewayCustomer(command));
  }
}

/** What is missing may be the card: only the gateway knows. */
async function isGone({ gateway }: EnsureCustomer, { gatewayRef }: GatewayCustomerRef) {
  return (await walletAt(gateway).cardsOf(gatewayRef)) === null;
}
