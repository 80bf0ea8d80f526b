import type { Tx } from "@/lib/db/transaction";
import { currencySchema } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { openPrimary } from "@/lib/payments/core/sums";
import type {
  OrderState,
  PaymentState,
  TransactionKind,
  TransactionState,
} from "@/lib/payments/core/types";
import { addOrderEvent, type OrderEventKind } from "./events";
import { queueMail } from "@/lib/mail/queue-mail";

type Announcement = { payment: PaymentState; transaction: TransactionState; actor: string };
type Words = { kind: OrderEventKind; says: string };

const succeeded = {
  authorize: { kind: "payment_authorized", says: "was authorized" },
  purchase: { kind: "payment_succeeded", says: "was paid" },
  capture: { kind: "payment_captured", says: "was captured" },
  refund: { kind: "refund_succeeded", says: "was refunded" },
  void: { kind: "payment_voided", says: "was released" },
} as const satisfies Record<TransactionKind, Words>;

function wordsFor({ kind, status, mechanism, failureMessage }: TransactionState): Words | null {
  if (status === "succeeded") {
    if (kind === "refund" && mechanism === "manual") {
      return { kind: "refund_succeeded", says: "was marked as refunded" };
    }
    return succeeded[kind];
  }
  if (status === "failed") {
    const says = `could not be ${past[kind]}${failureMessage ? `: ${failureMessage}` : ""}`;
    return { kind: kind === "refund" ? "refund_failed" : "payment_failed", says };
  }
  if (status === "unknown") {
    return { kind: "payment_unknown", says: "got no answer: the gateway is being asked again" };
  }
  if (status === "requires_action") {
    return { kind: "payment_action_required", says: "waits for the shopper" };
  }
  return kind === "refund" ? { kind: "refund_pending", says: "is on its way back" } : null;
}

const past = {
  authorize: "authorized",
  purchase: "paid",
  capture: "captured",
  refund: "refunded",
  void: "released",
} as const satisfies Record<TransactionKind, string>;

/** Tells people what became of a transaction: the order's history, and mail where the shopper cares. */
export async function announce(tx: Tx, announcement: Announcement): Promise<void> {
  const { payment, transaction, actor } = announcement;
  const words = wordsFor(transaction);
  if (words === null) return;
  const { id, orderId, amountMinor, kind, failureCode } = transaction;
  const currency = currencySchema.parse(payment.currency);
  const amount = formatMoney(money(amountMinor, currency));
  const about = { transactionId: id, paymentId: payment.id, amountMinor, currency };
  await addOrderEvent(tx, {
    orderId,
    kind: words.kind,
    actor: transaction.actor === "gateway" ? "gateway" : actor,
    message: `${amount} ${words.says}`,
    facts: { ...about, gateway: payment.gateway, kind, ...(failureCode && { failureCode }) },
  });
}

/** A card that the bank refused, while the shopper can still try another. */
export async function announceAttempt(tx: Tx, transaction: TransactionState): Promise<void> {
  const { id, orderId, paymentId, failureCode, failureMessage } = transaction;
  if (failureMessage === null) return;
  await addOrderEvent(tx, {
    orderId,
    kind: "payment_failed",
    actor: "gateway",
    message: `An attempt to pay failed: ${failureMessage}`,
    facts: { transactionId: id, paymentId, failureCode },
  });
}

/**
 * A bank debit can fail days after the shopper has left. They are told, unless the order does not need
 * the money any more or is being paid in another way already.
 */
export async function mailFailure(
  tx: Tx,
  order: OrderState,
  { id, failureCode }: TransactionState,
): Promise<void> {
  const isBeingPaid = order.payments.some((payment) => openPrimary(payment) !== undefined);
  if (order.status !== "incomplete" || isBeingPaid) return;
  await queueMail(tx, {
    kind: "payment_failed",
    orderId: order.id,
    facts: { code: failureCode },
    dedupeKey: `payment_failed:${id}`,
  });
}

/**
 * A card was charged while its owner was away. Where their bank wants to see them they get a link to pay
 * themselves; where it refused the card, a link to pay in another way.
 */
export async function mailDeclined(
  tx: Tx,
  order: OrderState,
  { id, failureCode, amountMinor }: TransactionState,
): Promise<void> {
  if (order.status === "cancelled") return;
  const about = { orderId: order.id };
  if (failureCode === "authentication_required") {
    const dedupeKey = `action_needed:${id}`;
    await queueMail(tx, { ...about, kind: "action_needed", facts: { amountMinor }, dedupeKey });
  } else {
    const facts = { code: failureCode };
    await queueMail(tx, {
      ...about,
      kind: "payment_failed",
      facts,
      dedupeKey: `payment_failed:${id}`,
    });
  }
}

/** One mail for one refund. */
export async function mailRefund(tx: Tx, refund: TransactionState): Promise<void> {
  const { id, orderId, amountMinor } = refund;
  await queueMail(tx, {
    kind: "order_refunded",
    orderId,
    facts: { amountMinor },
    dedupeKey: `order_refunded:${id}`,
  });
}
