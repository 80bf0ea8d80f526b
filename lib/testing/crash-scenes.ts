import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { newToken } from "@/lib/ids";
import { planRefund } from "@/lib/payments/core/plan";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { lockPayment } from "@/lib/payments/store/orders";
import { addTransaction } from "@/lib/payments/store/transactions";
import { storeEvent } from "@/lib/payments/webhooks/store";
import type { CrashTarget } from "./crash-operations";
import { createOrder } from "./payments";
import { cards, payByCard } from "./shopper";

/** How things stand before an operation on whose way the process is killed. */
const actor = "merchant:test";
export const about = (target: Partial<CrashTarget>): CrashTarget => ({
  orderId: "",
  paymentId: "",
  ref: "",
  ...target,
});

export const order = async () => about({ orderId: await createOrder() });

export const paid =
  (method: "purchase" | "authorize", source = "pm_card_visa") =>
  async () => {
    const orderId = await createOrder();
    const { id } = await payOrder({ orderId, gateway: "stripe", method, source, actor });
    return about({ orderId, paymentId: id });
  };

export const disputed = paid("purchase", "pm_card_createDispute");

export async function paidCheckout(): Promise<CrashTarget> {
  const orderId = await createOrder();
  const returnUrl = "http://localhost:3000/return";
  const checkout = await startCheckoutPayment({
    orderId,
    collectedBy: "elements",
    returnUrl,
    actor,
  });
  await payByCard(checkout, cards.good);
  return about({ orderId, paymentId: checkout.paymentId });
}

export async function paidWithEvent(): Promise<CrashTarget> {
  const target = await paidCheckout();
  const metadata = { payment_id: target.paymentId };
  const object = { object: "checkout.session", metadata };
  const type = "checkout.session.completed";
  const body = JSON.stringify({ type, data: { object } });
  await storeEvent({ source: "stripe", externalId: newToken(), type, body });
  return target;
}

/** As if a process had ended right after writing that it wants to refund a second part. */
export async function withOpenRefund(): Promise<CrashTarget> {
  const target = await paid("purchase")();
  const { paymentId } = target;
  await refundPayment({ paymentId, amountMinor: 3000, actor });
  await inTransaction(async (tx) => {
    const { order, payment } = await lockPayment(tx, { paymentId });
    const plan = planRefund(payment, { paymentId, amountMinor: 1000, actor });
    const { id } = await addTransaction(tx, order, plan);
    const due = (nextLookAt: Date) => ({ data: { nextLookAt } });
    const others = { id: { not: id }, nextLookAt: { not: null } };
    await tx.transaction.updateMany({ where: others, ...due(new Date(Date.now() + 3_600_000)) });
    await tx.transaction.update({ where: { id }, ...due(new Date(0)) });
  });
  return target;
}

export async function expired(): Promise<CrashTarget> {
  const target = await paidCheckout();
  const where = { orderId: target.orderId };
  await (
    await database()
  ).stockReservation.updateMany({
    where,
    data: { expiresAt: new Date(0) },
  });
  return target;
}

/** An attempt that was declined, and that a page somewhere paid after another one had. */
export async function paidTwice(): Promise<CrashTarget> {
  const orderId = await createOrder();
  const attempt = { orderId, gateway: "stripe", method: "purchase", actor } as const;
  const first = await payOrder({ ...attempt, source: "pm_card_visa_chargeDeclined" });
  await payOrder({ ...attempt, source: "pm_card_visa" });
  await confirm(first.gatewayRef);
  return about({ orderId, paymentId: first.id });
}

export const confirm = (gatewayRef: string | null) =>
  stripe().paymentIntents.confirm(gatewayRef ?? "", { payment_method: "pm_card_visa" });
