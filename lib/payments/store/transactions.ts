import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { requestHash } from "@/lib/payments/core/request-hash";
import { FIRST_LOOK_MS } from "@/lib/payments/core/schedule";
import type {
  CollectedBy,
  GatewayId,
  OrderState,
  PaymentMethod,
  TransactionPlan,
  TransactionState,
} from "@/lib/payments/core/types";
import { transactionState } from "./rows";

/**
 * The transaction that this caller's key has already made, if any.
 *
 * @throws DomainError key_reused when the key came with another request, key_in_progress while the
 *   first one is still being carried out
 */
export function replayOf(
  order: OrderState,
  idempotencyKey: string | undefined,
  request: Record<string, unknown>,
): TransactionState | null {
  if (idempotencyKey === undefined) return null;
  const known = order.payments
    .flatMap(({ transactions }) => transactions)
    .find((transaction) => transaction.idempotencyKey === idempotencyKey);
  if (!known) return null;
  if (known.requestHash !== requestHash(request)) {
    throw new DomainError("key_reused", "This idempotency key came with another request before.");
  }
  if (known.status === "pending" && known.attempts === 0) {
    throw new DomainError("key_in_progress", "The same request is being carried out right now.");
  }
  return known;
}

/** Writes the intent: from here on its amount counts as spent, and recovery knows of it. */
export async function addTransaction(
  tx: Tx,
  order: Pick<OrderState, "id" | "currency">,
  plan: TransactionPlan,
  now = new Date(),
): Promise<TransactionState> {
  const row = await tx.transaction.create({
    data: {
      ...plan,
      request: { ...plan.request },
      id: newId(),
      orderId: order.id,
      currency: order.currency,
      amountMinor: BigInt(plan.amountMinor),
      nextLookAt: new Date(now.getTime() + FIRST_LOOK_MS),
    },
  });
  return transactionState(row);
}

export type NewPayment = {
  gateway: GatewayId;
  collectedBy: CollectedBy;
  method: PaymentMethod;
  amountMinor: number;
  sessionExpiresAt?: Date;
  reference?: string | undefined;
  client?: PaymentLabel | undefined;
};

/** What the program that pays calls it. */
export type PaymentLabel = { gateway?: string; name?: string; customReference?: string };

/** Writes a payment together with the transaction that is to bring its money. */
export async function addPayment(
  tx: Tx,
  order: OrderState,
  payment: NewPayment,
  plan: Pick<TransactionPlan, "actor" | "request" | "idempotencyKey" | "requestHash">,
): Promise<TransactionState> {
  const paymentId = newId();
  await tx.payment.create({
    data: {
      id: paymentId,
      orderId: order.id,
      gateway: payment.gateway,
      collectedBy: payment.collectedBy,
      method: payment.method,
      currency: order.currency,
      amountMinor: BigInt(payment.amountMinor),
      sessionExpiresAt: payment.sessionExpiresAt ?? null,
      reference: payment.reference ?? null,
      client: payment.client ?? {},
    },
  });
  return addTransaction(tx, order, {
    paymentId,
    kind: payment.method,
    amountMinor: payment.amountMinor,
    mechanism: "automatic",
    reason: null,
    note: null,
    ...plan,
  });
}
