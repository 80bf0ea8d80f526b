import { database } from "@/lib/db/client";
import type { RegisterAccount } from "../accounts";
import { inPersonOf } from "../in-person";
import { requireSale } from "../queries";
import { lookInPerson } from "./look";

/**
 * Reads everything again that is still open of a sale, at the gateway and at its readers.
 *
 * @throws DomainError not_found
 */
export async function lookAtSale(account: RegisterAccount, orderId: string): Promise<void> {
  await requireSale(account, orderId);
  const db = await database();
  const rows = await db.inPersonPayment.findMany({ where: { accountId: account.id, orderId } });
  for (const row of rows) {
    if (row.paymentId === null) continue;
    await lookInPerson(account, await inPersonOf(row, row.paymentId));
  }
}
