import { toMinor } from "@/lib/db/minor";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import type { OrderDetails } from "@/lib/payments/gateways/gateway";
import {
  orderJson,
  orderOf,
  paymentJson,
  paymentOf as paymentOfJson,
  type LabelledPayment,
} from "./rows";

/**
 * Locks the order's row and reads it with its payments. Everything that decides about an order's money
 * begins with this, so two of them queue, and the second sees what the first one left: locked and read
 * in two statements, because one would see its payments as they were before it had to wait.
 *
 * @throws DomainError not_found
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<OrderState> {
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId}::uuid FOR UPDATE`;
  return readWithin(tx, orderId);
}

type JsonRow = { json: unknown };

async function readWithin(tx: Tx, orderId: string): Promise<OrderState> {
  const [row] = await tx.$queryRaw<JsonRow[]>`
    SELECT ${orderJson} AS json FROM orders o WHERE o.id = ${orderId}::uuid`;
  if (!row) throw new DomainError("not_found", "There is no such order.");
  return orderOf(row.json);
}

/** Locks the order of a payment. @throws DomainError not_found, also when it is another order's */
export async function lockPayment(
  tx: Tx,
  { paymentId, orderId }: { paymentId: string; orderId?: string | undefined },
): Promise<{ order: OrderState; payment: PaymentState }> {
  const [owner] = await tx.$queryRaw<{ id: string }[]>`
    SELECT o."id"::text FROM "orders" o JOIN "payments" p ON p."order_id" = o."id"
    WHERE p."id" = ${paymentId}::uuid FOR UPDATE OF o`;
  if (!owner || (orderId !== undefined && owner.id !== orderId)) {
    throw new DomainError("not_found", "There is no such payment on this order.");
  }
  const order = await readWithin(tx, owner.id);
  return { order, payment: paymentOf(order, paymentId) };
}

/** @throws DomainError not_found */
export function paymentOf(order: OrderState, paymentId: string): PaymentState {
  const payment = order.payments.find(({ id }) => id === paymentId);
  if (!payment) throw new DomainError("not_found", "There is no such payment on this order.");
  return payment;
}

/** Reads without a lock: for asking a gateway, never for deciding. @throws DomainError not_found */
export async function readOrder(orderId: string): Promise<OrderState> {
  return readWithin(await database(), orderId);
}

/** As `readOrder`. @throws DomainError not_found */
export async function readPayment(paymentId: string): Promise<PaymentState> {
  const db = await database();
  const [row] = await db.$queryRaw<JsonRow[]>`
    SELECT ${paymentJson} AS json FROM payments p WHERE p.id = ${paymentId}::uuid`;
  if (!row) throw new DomainError("not_found", "There is no such payment.");
  return paymentOfJson(row.json);
}

/** Several at once; those that are not there are left out. */
export async function readPaymentsById(ids: string[]): Promise<PaymentState[]> {
  if (ids.length === 0) return [];
  const db = await database();
  const rows = await db.$queryRaw<JsonRow[]>`
    SELECT ${paymentJson} AS json FROM payments p WHERE p.id = ANY(${ids}::uuid[])`;
  return rows.map(({ json }) => paymentOfJson(json));
}

/** An order's payments, oldest first, with what programs call them. */
export async function readPayments(orderId: string): Promise<LabelledPayment[]> {
  const db = await database();
  const rows = await db.$queryRaw<JsonRow[]>`
    SELECT ${paymentJson} AS json FROM payments p WHERE p.order_id = ${orderId}::uuid
    ORDER BY p.created_at, p.id`;
  return rows.map(({ json }) => paymentOfJson(json));
}

/** What a gateway's page shows of the order. @throws DomainError not_found */
export async function orderDetails(orderId: string): Promise<OrderDetails> {
  const db = await database();
  const row = await db.order.findUnique({
    where: { id: orderId },
    include: { lines: { orderBy: { position: "asc" } } },
  });
  if (row === null) throw new DomainError("not_found", "There is no such order.");
  return {
    id: row.id,
    email: row.email,
    locale: row.locale,
    totalMinor: toMinor(row.totalMinor),
    shippingMinor: toMinor(row.shippingMinor),
    shippingName: row.shippingName,
    lines: row.lines.map((line) => ({
      variantId: line.variantId,
      title: line.title,
      variantTitle: line.variantTitle,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      totalMinor: toMinor(line.totalMinor),
    })),
  };
}
