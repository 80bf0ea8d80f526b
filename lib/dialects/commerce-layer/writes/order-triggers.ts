import { placeDraftOrder, payDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { writeDraftOrder } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { approveOrder } from "@/lib/orders/operations/approve-order";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { fulfilOrder } from "@/lib/orders/operations/fulfil-order";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { findOrderPayments, type PaymentDetails } from "@/lib/payments/queries";
import type { Caller } from "../auth";
import { invalid, unauthorized } from "../errors";
import { currentSource, nullifySource } from "./payment-method";
import { requireDone } from "./transactions";
import { trigger } from "./parts";

type Pull = { orderId: string; actor: string };

/** In the order in which they happen when several are asked for at once. */
const table = {
  _refresh: { channels: true, placed: true, pull: refresh },
  _update_taxes: { channels: true, placed: true, pull: refresh },
  _refresh_prices: { channels: false, placed: true, pull: refresh },
  _nullify_payment_source: { channels: true, placed: false, pull: nullify },
  _fix_payment_source: { channels: true, placed: true, pull: lookAgain },
  _authorize: { channels: true, placed: true, pull: place },
  _place: { channels: true, placed: true, pull: place },
  _approve: { channels: false, placed: true, pull: approveOrder },
  _approve_and_capture: { channels: false, placed: true, pull: approveAndCapture },
  _capture: { channels: false, placed: true, pull: capture },
  _fulfill: { channels: false, placed: true, pull: fulfilOrder },
  _refund: { channels: false, placed: true, pull: refund },
  _cancel: { channels: true, placed: false, pull: cancel },
} as const satisfies Record<
  string,
  {
    /** Sales channels may pull it… */
    channels: boolean;
    /** …and also once the order is placed. */
    placed: boolean;
    pull: (command: Pull) => Promise<unknown>;
  }
>;

type Name = keyof typeof table;

export const triggers = {
  _refresh: trigger,
  _update_taxes: trigger,
  _refresh_prices: trigger,
  _nullify_payment_source: trigger,
  _fix_payment_source: trigger,
  _authorize: trigger,
  _place: trigger,
  _approve: trigger,
  _approve_and_capture: trigger,
  _capture: trigger,
  _fulfill: trigger,
  _refund: trigger,
  _cancel: trigger,
} as const satisfies Record<Name, typeof trigger>;

const isName = (name: string): name is Name => Object.hasOwn(table, name);
const names = Object.keys(table).filter(isName);

type Asked = { [N in Name]?: boolean | null | undefined };

/** Each is one call of an operation that every other way in calls too. @throws RequestError 401 */
export async function pullTriggers(command: {
  orderId: string;
  caller: Caller;
  asked: Asked;
}): Promise<void> {
  const { orderId, caller, asked } = command;
  const wanted = names.filter((name) => asked[name]);
  if (caller.rights === "shopper") await requireAllowed(orderId, wanted);
  for (const name of wanted) await table[name].pull({ orderId, actor: caller.actor });
}

async function requireAllowed(orderId: string, wanted: Name[]): Promise<void> {
  if (wanted.some((name) => !table[name].channels)) throw unauthorized();
  if (wanted.every((name) => table[name].placed)) return;
  const db = await database();
  const order = await db.order.findUnique({ where: { id: orderId }, select: { placedAt: true } });
  if (order?.placedAt) throw unauthorized();
}

/** Once it is placed an order keeps the prices that it was placed with. */
async function refresh({ orderId, actor }: Pull): Promise<void> {
  const db = await database();
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  const isOpen = order.channel === "commerce_layer" && order.payment === "unpaid";
  if (isOpen && order.status === "incomplete") await writeDraftOrder({ orderId, actor });
}

function nullify({ orderId, actor }: Pull): Promise<void> {
  return nullifySource(orderId, actor);
}

/** A transfer is held the moment that it is promised; anything else the shopper has confirmed before. */
async function place({ orderId, actor }: Pull): Promise<void> {
  const source = await currentSource(orderId);
  const db = await database();
  if (source?.kind === "wire_transfers" && source.paymentId === null) {
    const payment = await payDraftOrder({ orderId, gateway: "manual", actor });
    await db.paymentSource.update({
      where: { id: source.id },
      data: { paymentId: payment.id },
    });
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

async function capture({ orderId, actor }: Pull): Promise<void> {
  const due = (await paymentsOf(orderId)).filter(({ capturableMinor }) => capturableMinor > 0);
  if (due.length === 0) {
    throw new DomainError("nothing_to_capture", "This order has no authorization to capture.");
  }
  for (const { id: paymentId } of due) {
    requireDone(await capturePayment({ paymentId, orderId, actor }));
  }
}

async function approveAndCapture(command: Pull): Promise<void> {
  await approveOrder(command);
  await capture(command);
}

async function refund({ orderId, actor }: Pull): Promise<void> {
  const due = (await paymentsOf(orderId)).filter(({ refundableMinor }) => refundableMinor > 0);
  if (due.length === 0) {
    throw new DomainError("nothing_to_refund", "This order has no capture to refund.");
  }
  for (const { id: paymentId } of due) {
    requireDone(await refundPayment({ paymentId, orderId, actor }));
  }
}

/** What is held for it is let go; money that was taken stays until somebody refunds it. */
async function cancel({ orderId, actor }: Pull): Promise<void> {
  const held = (await paymentsOf(orderId)).filter(({ voidableMinor }) => voidableMinor > 0);
  for (const { id: paymentId } of held) await voidPayment({ paymentId, orderId, actor });
  await cancelOrder({ orderId, actor });
}
