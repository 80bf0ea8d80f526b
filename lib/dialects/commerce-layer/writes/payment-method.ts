import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { gatewayStates } from "@/lib/payments/operations/switch-gateway";
import { invalid, notFound } from "../errors";

/**
 * Another way to pay, or none: what was begun through the one before is closed, and its source goes.
 * @throws RequestError 404; DomainError gateway_disabled
 */
export async function chooseMethod(
  orderId: string,
  methodId: string | null,
): Promise<string | null> {
  if (methodId === null) {
    await nullifySource(orderId, "shopper");
    return null;
  }
  const db = await database();
  const method = await db.apiPaymentMethod.findUnique({ where: { id: methodId } });
  if (method === null) throw notFound("There is no such payment method.");
  const states = await gatewayStates();
  if (!states[method.gateway].enabled || method.disabledAt !== null) {
    throw new DomainError("gateway_disabled", "This payment method is switched off.");
  }
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { currency: true },
  });
  if (method.currency !== null && method.currency !== order.currency) {
    throw new DomainError(
      "currency_mismatch",
      `This payment method takes ${method.currency} only.`,
    );
  }
  const others = { orderId, gateway: { not: method.gateway } } as const;
  if ((await db.paymentSource.count({ where: others })) > 0)
    await nullifySource(orderId, "shopper");
  return method.id;
}

/** Closes what waits for the shopper; a payment that holds money stays, and so does its source. */
export async function nullifySource(orderId: string, actor: string): Promise<void> {
  await closeOrderPayments({ orderId, actor });
  const db = await database();
  await db.paymentSource.deleteMany({
    where: { orderId, OR: [{ paymentId: null }, { payment: { authorizedMinor: 0 } }] },
  });
}

/**
 * Null: nothing pays the order any more. A source belongs to one order and pays nothing else.
 * @throws RequestError 422
 */
export async function useSource(orderId: string, id: string | null, actor: string): Promise<void> {
  if (id === null) return nullifySource(orderId, actor);
  const current = await currentSource(orderId);
  if (current?.id !== id) throw invalid("payment_source", "is not this order's", "invalid");
}

/** What an order is paid through now; null: nothing was chosen. */
export async function currentSource(orderId: string) {
  const db = await database();
  return db.paymentSource.findFirst({
    where: { orderId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** @throws DomainError nothing_to_void when money was taken through it */
export async function removeSource(id: string, actor: string): Promise<void> {
  const db = await database();
  const source = await db.paymentSource.findUnique({ where: { id } });
  if (source === null) {
    throw new DomainError("wrong_state", "This payment was not made here and stays as it is.");
  }
  if (source.paymentId !== null) await cancelPayment({ paymentId: source.paymentId, actor });
  await db.paymentSource.delete({ where: { id } });
}
