import { isDraft } from "@/lib/checkout/drafts/draft-order";
import { payDraftOrder, placeDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { writeDraftOrder } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { approveOrder } from "@/lib/orders/operations/approve-order";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { findOrderPayments, type PaymentDetails } from "@/lib/payments/queries";
import { invalid } from "../errors";
import { currentSource, nullifySource } from "./payment-method";
import { requireDone } from "./transactions";
import { chargeFromWallet } from "./wallet";

/** Who asks for something to happen with which order. */
export type Pull = { orderId: string; actor: string };

/** Once it is placed an order keeps the prices that it was placed with. */
export async function refresh({ orderId, actor }: Pull): Promise<void> {
  const db = await database();
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  const isOpen = order.channel === "commerce_layer" && isDraft(order);
  if (isOpen) await writeDraftOrder({ orderId, actor });
}

export function nullify({ orderId, actor }: Pull): Promise<void> {
  return nullifySource(orderId, actor);
}

/** A transfer is held the moment that it is promised; anything else the shopper has confirmed before. */
export async function place({ orderId, actor }: Pull): Promise<void> {
  const source = await currentSource(orderId);
  const db = await database();
  if (source?.kind === "wire_transfers" && source.paymentId === null) {
    const payment = await payDraftOrder({ orderId, gateway: "manual", actor });
    await db.paymentSource.update({
      where: { id: source.id },
      data: { paymentId: payment.id },
    });
  }
  if (source?.kind === "stripe_payments" && source.paymentId === null) {
    await chargeFromWallet(source, actor);
  }
  await placeDraftOrder({ orderId, actor }).catch((error: unknown) => {
    const isUnpaid = error instanceof DomainError && error.code === "order_not_payable";
    if (isUnpaid && source === null) throw invalid("payment_source", "can't be blank", "blank");
    throw error;
  });
}

async function paymentsOf(orderId: string): Promise<PaymentDetails[]> {
  return (await findOrderPayments(orderId))?.payments ?? [];
}

export async function capture({ orderId, actor }: Pull): Promise<void> {
  const due = (await paymentsOf(orderId)).filter(({ capturableMinor }) => capturableMinor > 0);
  if (due.length === 0) {
    throw new DomainError("nothing_to_capture", "This order has no authorization to capture.");
  }
  for (const { id: paymentId } of due) {
    requireDone(await capturePayment({ paymentId, orderId, actor }));
  }
}

export async function approveAndCapture(command: Pull): Promise<void> {
  await approveOrder(command);
  await capture(command);
}

export async function refund({ orderId, actor }: Pull): Promise<void> {
  const due = (await paymentsOf(orderId)).filter(({ refundableMinor }) => refundableMinor > 0);
  if (due.length === 0) {
    throw new DomainError("nothing_to_refund", "This order has no capture to refund.");
  }
  for (const { id: paymentId } of due) {
    requireDone(await refundPayment({ paymentId, orderId, actor }));
  }
}

/** What is held for it is let go; money that was taken stays until somebody refunds it. */
export async function cancel({ orderId, actor }: Pull): Promise<void> {
  const held = (await paymentsOf(orderId)).filter(({ voidableMinor }) => voidableMinor > 0);
  for (const { id: paymentId } of held) await voidPayment({ paymentId, orderId, actor });
  await cancelOrder({ orderId, actor });
}

async function standingOf(orderId: string) {
  const db = await database();
  const select = { placedAt: true, status: true, email: true, totalMinor: true } as const;
  const counted = { ...select, _count: { select: { lines: true } } } as const;
  return db.order.findUniqueOrThrow({ where: { id: orderId }, select: counted });
}

/** An order is pending by itself once it has goods and somebody who wants them. */
export async function makePending({ orderId, actor }: Pull): Promise<void> {
  const { placedAt, email, _count } = await standingOf(orderId);
  if (placedAt !== null) {
    throw new DomainError("wrong_state", "A placed order cannot become pending again.");
  }
  if (_count.lines === 0) throw invalid("line_items", "can't be blank", "blank");
  if (email === "") throw invalid("customer_email", "can't be blank", "blank");
  await writeDraftOrder({ orderId, actor });
}

/** Says what is missing before it can be placed; a placed order misses nothing. */
export async function validate({ orderId, actor }: Pull): Promise<void> {
  const { placedAt } = await standingOf(orderId);
  if (placedAt === null) await writeDraftOrder({ orderId, actor, mustBeComplete: true });
}

/** Orders are authorized as a whole. @throws RequestError 422 */
export async function requireWholeAmount(
  { orderId }: Pull,
  amountMinor: number | null | undefined,
): Promise<void> {
  if (amountMinor === null || amountMinor === undefined) return;
  const total = Number((await standingOf(orderId)).totalMinor);
  if (amountMinor === total) return;
  const message = `must be the order's total, which is ${total}`;
  throw invalid("_authorization_amount_cents", message, "equal_to");
}
