import { placeDraftOrder } from "@/lib/checkout/drafts/place-draft-order";
import { applyGiftCards } from "@/lib/checkout/operations/apply-gift-cards";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { stripe } from "@/lib/payments/gateways/stripe/client";
import { recoverAmendments } from "@/lib/payments/operations/amend-checkout";
import { capturePayment } from "@/lib/payments/operations/capture-payment";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import { lookAgain } from "@/lib/payments/operations/look-again";
import { payOrder } from "@/lib/payments/operations/pay-order";
import { releaseExpired } from "@/lib/payments/operations/release-expired";
import { recoverTransactions } from "@/lib/payments/operations/recover";
import { refundPayment } from "@/lib/payments/operations/refund-payment";
import { startCheckoutPayment } from "@/lib/payments/operations/start-checkout-payment";
import { voidPayment } from "@/lib/payments/operations/void-payment";
import { processEvents } from "@/lib/payments/webhooks/process";
import { storeEvent } from "@/lib/payments/webhooks/store";
import type { Step } from "./history-steps";
import { changeBy } from "./change-by";
import { untilDeath } from "./mortal-database";
import { tapCard } from "./reader";
import { cards, payByCard } from "./shopper";

/** What each step of a random history does. */
const actor = "merchant:test";

type Target = { orderId: string; payment: Row | null; step: Step };
type Row = Awaited<ReturnType<typeof paymentsOf>>[number];

export async function paymentsOf(orderId: string) {
  const db = await database();
  return db.payment.findMany({ where: { orderId }, orderBy: { createdAt: "asc" } });
}

/** Does one step. Refusals are part of every history. */
export async function takeStep(orderId: string, step: Step): Promise<void> {
  const payments = await paymentsOf(orderId);
  const payment = payments[step.payment % Math.max(1, payments.length)] ?? null;
  const { diesAfter } = step;
  const once = () => tolerate(moves[step.is]({ orderId, payment, step }));
  const all = () => allOf(step.twice ? [once(), once()] : [once()]);
  await (diesAfter === null ? all() : untilDeath(diesAfter, all));
}

/** As Promise.all, but it waits for those that go on after another one has failed. */
async function allOf(started: Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(started)) {
    if (one.status === "rejected") throw one.reason;
  }
}

const part = (left: bigint | number, percent: number) =>
  Math.max(1, Math.floor((Number(left) * percent) / 100));

const paying =
  (method: "purchase" | "authorize", source = "pm_card_visa") =>
  async ({ orderId, step }: Target) => {
    const db = await database();
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    const amountMinor = step.percent >= 100 ? undefined : part(totalMinor, step.percent);
    await payOrder({ orderId, gateway: "stripe", method, source, amountMinor, actor });
  };

const shopper =
  (number: string) =>
  async ({ payment }: Target) => {
    const action = payment?.nextAction;
    const secret = action && typeof action === "object" && "clientSecret" in action;
    if (!payment?.sessionRef || !secret) return;
    const clientSecret = String(action["clientSecret"]);
    // The shopper's own requests fail as well; what came of them, the gateway knows.
    await payByCard({ sessionId: payment.sessionRef, clientSecret }, number).catch(() => null);
  };

const moves: Record<Step["is"], (target: Target) => Promise<unknown>> = {
  pay: paying("purchase"),
  authorize: paying("authorize"),
  pay_declined: paying("purchase", "pm_card_visa_chargeDeclined"),
  open_checkout: ({ orderId }) =>
    startCheckoutPayment({
      orderId,
      collectedBy: "elements",
      returnUrl: "http://localhost:3000/return",
      actor,
    }),
  change_total: ({ orderId, step }) => changeBy(orderId, step.percent),
  open_reader: async ({ orderId, step }) => {
    const method = step.percent >= 100 ? "authorize" : "purchase";
    await payOrder({ orderId, gateway: "stripe", method, cardPresent: true, actor });
  },
  tap: ({ payment, step }) =>
    tapCard(payment?.gatewayRef, { tipMinor: step.percent > 100 ? step.percent : 0 }),
  tap_declined: ({ payment }) => tapCard(payment?.gatewayRef, { number: cards.declined }),
  shopper_pays: shopper(cards.good),
  shopper_declined: shopper(cards.declined),
  late_confirm: async ({ payment }) => {
    if (!payment?.gatewayRef || payment.sessionRef) return;
    await stripe().paymentIntents.confirm(payment.gatewayRef, { payment_method: "pm_card_visa" });
  },
  capture: async ({ payment, step }) => {
    if (!payment) return;
    const amountMinor = part(payment.authorizedMinor - payment.capturedMinor, step.percent);
    await capturePayment({ paymentId: payment.id, amountMinor, actor });
  },
  refund: async ({ payment, step }) => {
    if (!payment) return;
    const amountMinor = part(payment.capturedMinor - payment.refundedMinor, step.percent);
    await refundPayment({ paymentId: payment.id, amountMinor, actor });
  },
  mark_refunded: async ({ payment, step }) => {
    if (!payment) return;
    const amountMinor = part(payment.capturedMinor - payment.refundedMinor, step.percent);
    await refundPayment({ paymentId: payment.id, amountMinor, actor, mechanism: "manual" });
  },
  void: async ({ payment }) => payment && voidPayment({ paymentId: payment.id, actor }),
  close: ({ orderId }) => closeOrderPayments({ orderId, actor }),
  dashboard_refund: async ({ payment, step }) => {
    if (!payment?.gatewayRef) return;
    const amount = part(payment.amountMinor, step.percent);
    await stripe().refunds.create({ payment_intent: payment.gatewayRef, amount });
  },
  dashboard_capture: async ({ payment, step }) => {
    if (!payment?.gatewayRef) return;
    const amount_to_capture = part(payment.amountMinor, step.percent);
    await stripe().paymentIntents.capture(payment.gatewayRef, { amount_to_capture });
  },
  dashboard_cancel: async ({ payment }) =>
    payment?.gatewayRef && stripe().paymentIntents.cancel(payment.gatewayRef),
  look: ({ orderId }) => lookAgain({ orderId }),
  recover: ({ orderId }) => recoverAll(orderId),
  cancel_order: ({ orderId, step }) => cancelOrder({ orderId, actor, letGo: step.percent < 50 }),
  cash: async ({ orderId, step }) => {
    const db = await database();
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    const amountMinor = part(totalMinor, step.percent);
    await payOrder({ orderId, gateway: "manual", method: "purchase", amountMinor, actor });
  },
  place: ({ orderId }) => placeDraftOrder({ orderId, actor }),
  gift_card: async ({ orderId }) => {
    await applyGiftCards({ id: orderId });
  },
  release: async ({ orderId }) => {
    const db = await database();
    const data = { expiresAt: new Date(0) };
    await db.stockReservation.updateMany({ where: { orderId }, data });
    await releaseExpired();
  },
  webhooks: ({ step }) => deliverEvents(step.percent),
};

/** What the gateway has told of late: some of it is lost, the last comes first, and some comes again. */
async function deliverEvents(percent: number): Promise<void> {
  const { data } = await stripe().events.list({ limit: 20 });
  const source = "stripe";
  for (const [index, event] of data.entries()) {
    if ((index * 37) % 110 > percent) continue;
    const told = {
      source,
      externalId: event.id,
      type: event.type,
      body: JSON.stringify(event),
    } as const;
    await storeEvent(told);
    await storeEvent(told);
  }
  await processEvents();
}

/** Refused by us or by the gateway: nothing has happened, and the history goes on. */
async function tolerate(move: Promise<unknown>): Promise<void> {
  try {
    await move;
  } catch (error) {
    const isGateway = error instanceof Error && "rawType" in error;
    if (!(error instanceof DomainError) && !isGateway) throw error;
  }
}

/** Time passes until everything (of one order) is due, and recovery has its turn. */
export async function recoverAll(orderId?: string): Promise<void> {
  const db = await database();
  await db.transaction.updateMany({
    where: { nextLookAt: { not: null }, orderId },
    data: { nextLookAt: new Date(0) },
  });
  while ((await recoverTransactions()) > 0);
  await db.orderAmendment.updateMany({
    where: { status: "pending", orderId },
    data: { nextLookAt: new Date(0) },
  });
  await recoverAmendments();
}
