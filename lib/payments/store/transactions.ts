import { Prisma } from "@/lib/db/client";
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
  PaymentState,
  TransactionPlan,
  TransactionState,
} from "@/lib/payments/core/types";

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
): Promise<TransactionState> {
  const transaction = intentOf(order, plan);
  await tx.$executeRaw(insertTransaction(transaction));
  return transaction;
}

function intentOf(
  { id: orderId, currency }: Pick<OrderState, "id" | "currency">,
  plan: TransactionPlan,
  now = new Date(),
): TransactionState {
  return {
    ...plan,
    id: newId(),
    orderId,
    currency,
    status: "pending",
    gatewayRef: null,
    failureCode: null,
    failureMessage: null,
    attempts: 0,
    nextLookAt: new Date(now.getTime() + FIRST_LOOK_MS),
    settledAt: null,
    createdAt: now,
  };
}

/** A whole statement, and the end of one that writes the payment too. */
export function insertTransaction(transaction: TransactionState): Prisma.Sql {
  const { id, paymentId, orderId, kind, status, currency, amountMinor } = transaction;
  const { gatewayRef, request, idempotencyKey, requestHash, actor, reason, note } = transaction;
  const { mechanism, attempts, nextLookAt, settledAt, createdAt } = transaction;
  return Prisma.sql`
    INSERT INTO transactions (id, payment_id, order_id, kind, status, currency, amount_minor,
      gateway_ref, request, idempotency_key, request_hash, actor, reason, note, mechanism,
      attempts, next_look_at, settled_at, created_at)
    VALUES (${id}::uuid, ${paymentId}::uuid, ${orderId}::uuid, ${kind}::transaction_kind,
      ${status}::transaction_status, ${currency}, ${amountMinor}, ${gatewayRef},
      ${JSON.stringify(request)}::jsonb, ${idempotencyKey}, ${requestHash}, ${actor}, ${reason},
      ${note}, ${mechanism}, ${attempts}, ${nextLookAt}, ${settledAt}, ${createdAt})`;
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

/** Writes a payment together with the transaction that is to bring its money, in one statement. */
export async function addPayment(
  tx: Tx,
  order: OrderState,
  payment: NewPayment,
  plan: Pick<TransactionPlan, "actor" | "request" | "idempotencyKey" | "requestHash">,
): Promise<{ payment: PaymentState; transaction: TransactionState }> {
  const { gateway, collectedBy, method, amountMinor, sessionExpiresAt, reference } = payment;
  const intent = intentOf(order, {
    paymentId: newId(),
    kind: method,
    amountMinor,
    mechanism: "automatic",
    reason: null,
    note: null,
    ...plan,
  });
  const client = JSON.stringify(payment.client ?? {});
  await tx.$executeRaw`
    WITH payment AS (
      INSERT INTO payments (id, order_id, gateway, collected_by, method, currency, amount_minor,
        session_expires_at, reference, client, created_at)
      VALUES (${intent.paymentId}::uuid, ${order.id}::uuid, ${gateway}::gateway_id, ${collectedBy},
        ${method}, ${order.currency}, ${amountMinor}, ${sessionExpiresAt ?? null},
        ${reference ?? null}, ${client}::jsonb, ${intent.createdAt})
    )
    ${insertTransaction(intent)}`;
  return { payment: asRead(payment, intent), transaction: intent };
}

/** The new payment, as it would be read again. */
function asRead(payment: NewPayment, intent: TransactionState): PaymentState {
  const { gateway, collectedBy, method, sessionExpiresAt = null, reference = null } = payment;
  const { paymentId: id, orderId, currency, amountMinor, createdAt } = intent;
  const about = { id, orderId, gateway, collectedBy, method, currency, amountMinor, reference };
  return {
    ...about,
    authorizedMinor: 0,
    capturedMinor: 0,
    refundedMinor: 0,
    voidedMinor: 0,
    gatewayRef: null,
    sessionRef: null,
    sessionExpiresAt,
    nextAction: null,
    captureBefore: null,
    instrument: null,
    amendmentId: null,
    closedAt: null,
    createdAt,
    transactions: [intent],
  };
}
