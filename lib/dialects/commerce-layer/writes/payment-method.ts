import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { cancelPayment } from "@/lib/payments/operations/cancel-payment";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { gatewayStates } from "@/lib/payments/operations/switch-gateway";
import { notFound } from "../errors";
import { methodRows } from "../resources/settings";

/**
 * Another way to pay: what was begun through the one before is closed, and its source goes.
 * @throws RequestError 404; DomainError gateway_disabled
 */
export async function chooseMethod(orderId: string, methodId: string): Promise<string> {
  const method = methodRows.find(({ id }) => id === methodId);
  if (method === undefined) throw notFound("There is no such payment method.");
  const states = await gatewayStates();
  if (!states[method.gateway].enabled) {
    throw new DomainError("gateway_disabled", "This payment method is switched off.");
  }
  const db = await database();
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
