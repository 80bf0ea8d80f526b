import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { queueMail } from "@/lib/mail/queue-mail";
import type { RegisterAccount } from "../accounts";
import { requireSale } from "../queries";

/**
 * Mails the receipt of a sale, to the address that the shopper says now. To the same address it goes once.
 *
 * @throws DomainError not_found; wrong_state while the sale is not paid
 */
export async function mailReceipt(command: {
  account: RegisterAccount;
  orderId: string;
  email: string;
}): Promise<void> {
  const { account, orderId } = command;
  const { order } = await requireSale(account, orderId);
  if (order.placedAt === null) throw new DomainError("wrong_state", "This sale is not paid yet.");
  const email = command.email.trim().toLowerCase();
  await inTransaction(async (tx) => {
    await tx.order.update({ where: { id: orderId }, data: { email } });
    const dedupeKey = `receipt:${orderId}:${email}`;
    await queueMail(tx, { kind: "order_confirmation", orderId, dedupeKey });
  });
}
