import "server-only";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { currencySchema } from "@/lib/money/currency";
import { readPayments } from "@/lib/payments/store/orders";
import type { NamedPayment } from "../json/transaction";
import { requireOrder } from "./orders";

const labelSchema = z.object({
  gateway: z.string().optional(),
  name: z.string().optional(),
  customReference: z.string().optional(),
  captureReference: z.string().optional(),
  captureMechanism: z.literal("manual").optional(),
  setup: z.boolean().optional(),
});

export async function findTransactions(orderId: string): Promise<NamedPayment[]> {
  const payments = await readPayments(orderId);
  return payments.map(({ client, ...payment }) => ({
    ...payment,
    currency: currencySchema.parse(payment.currency),
    label: labelSchema.catch({}).parse(client),
  }));
}

type TransactionPath = { orderId: string; transactionId: string };

/** @throws DomainError not_found, also when it is another order's */
export async function requireTransaction(path: TransactionPath): Promise<NamedPayment> {
  const payments = await findTransactions(path.orderId);
  const payment = payments.find(({ id }) => id === path.transactionId);
  if (payment === undefined && payments.length === 0) await requireOrder(path.orderId);
  if (payment === undefined) throw new DomainError("not_found", "Transaction not found");
  return payment;
}

/** @throws DomainError wrong_state where no payment was begun */
export async function requireLatestTransaction(orderId: string): Promise<NamedPayment> {
  const payment = (await findTransactions(orderId)).at(-1);
  if (payment === undefined)
    throw new DomainError("wrong_state", "Order has no payment to confirm");
  return payment;
}
