import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { currencySchema } from "@/lib/money/currency";
import { paymentState, paymentWithTransactions } from "@/lib/payments/store/rows";
import type { NamedPayment } from "../json/transaction";

const labelSchema = z.object({
  gateway: z.string().optional(),
  name: z.string().optional(),
  customReference: z.string().optional(),
});

export async function findTransactions(orderId: string): Promise<NamedPayment[]> {
  const db = await database();
  const rows = await db.payment.findMany({
    where: { orderId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: paymentWithTransactions,
  });
  return rows.map((row) => ({
    ...paymentState(row),
    currency: currencySchema.parse(row.currency),
    label: labelSchema.catch({}).parse(row.client),
  }));
}

type TransactionPath = { orderId: string; transactionId: string };

/** @throws DomainError not_found, also when it is another order's */
export async function requireTransaction(path: TransactionPath): Promise<NamedPayment> {
  const payments = await findTransactions(path.orderId);
  const payment = payments.find(({ id }) => id === path.transactionId);
  if (payment === undefined) throw new DomainError("not_found", "Transaction not found");
  return payment;
}
