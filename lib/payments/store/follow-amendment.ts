import type { Tx } from "@/lib/db/transaction";
import { currencySchema } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { outcomeOf, type Amendment } from "@/lib/payments/core/amendment";
import type { GatewaySnapshot } from "@/lib/payments/core/gateway-answers";
import { openPrimary } from "@/lib/payments/core/sums";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import { readPendingAmendment, settleAmendment } from "./amendments";
import { addOrderEvent } from "./events";

type Locked = { order: OrderState; payment: PaymentState };

/**
 * Settles a pending change of an order's total by what the gateway shows, in the transaction that records
 * it and before anything is compared: so money is compared with the plan that it was paid for. Whoever
 * looks (the change's own answer, a webhook, a return page, recovery) settles it; the others find it settled.
 */
export async function followAmendment(
  tx: Tx,
  { order, payment }: Locked,
  snapshot: GatewaySnapshot | null,
): Promise<Locked> {
  if (snapshot === null || !payment.amendmentId) return { order, payment };
  const amendment = await readPendingAmendment(payment.amendmentId, tx);
  if (amendment === null) return { order, payment };
  // What is recorded as paid was compared with the old plan, and stays with it.
  const outcome = payment.authorizedMinor > 0 ? "dropped" : outcomeOf(amendment, snapshot);
  if (outcome === "wait") return { order, payment };

  await settleAmendment(tx, amendment.id, outcome);
  const settled = { ...payment, amendmentId: null };
  if (outcome === "applied") return apply(tx, { order, payment: settled }, amendment);
  await forgetUses(tx, amendment);
  return { order: withPayment(order, settled), payment: settled };
}

/** The use of a code counts from the moment that it is asked for, and not any more when that came to nothing. */
async function forgetUses(tx: Tx, { orderId, plan }: Amendment): Promise<void> {
  await tx.promotionRedemption.deleteMany({
    where: { orderId, promotionId: { in: plan.addedPromotions } },
  });
}

async function apply(tx: Tx, { order, payment }: Locked, amendment: Amendment): Promise<Locked> {
  const { toMinor } = amendment;
  const cartVersion = await writeOrder(tx, order, amendment);
  await writeLines(tx, amendment);
  await writeUses(tx, amendment);
  const open = openPrimary(payment);
  const amountMinor = BigInt(toMinor);
  await tx.payment.update({ where: { id: payment.id }, data: { amountMinor } });
  if (open) await tx.transaction.update({ where: { id: open.id }, data: { amountMinor } });
  const currency = currencySchema.parse(payment.currency);
  const shown = (minor: number) => formatMoney(money(minor, currency));
  const message = `The shopper changed the total from ${shown(amendment.fromMinor)} to ${shown(toMinor)}`;
  const facts = { fromMinor: amendment.fromMinor, toMinor, currency };
  const event = { orderId: order.id, kind: "total_changed", actor: "shopper", message } as const;
  await addOrderEvent(tx, { ...event, facts });
  const changed = {
    ...payment,
    amountMinor: toMinor,
    transactions: payment.transactions.map((one) =>
      one.id === open?.id ? { ...one, amountMinor: toMinor } : one,
    ),
  };
  const after = { ...order, totalMinor: toMinor, cartVersion };
  return { order: withPayment(after, changed), payment: changed };
}

function withPayment(order: OrderState, payment: PaymentState): OrderState {
  const payments = order.payments.map((other) => (other.id === payment.id ? payment : other));
  return { ...order, payments };
}

/** Gives the version of the cart that the order is of now. One that gave way keeps the version it had. */
async function writeOrder(tx: Tx, order: OrderState, amendment: Amendment) {
  const { plan, toMinor, cartVersion } = amendment;
  const { cartId } = order;
  const isFree =
    cartId !== null && (await tx.order.count({ where: { cartId, cartVersion } })) === 0;
  const isCurrent = order.status === "incomplete" && isFree;
  const version = isCurrent ? cartVersion : order.cartVersion;
  await tx.order.update({
    where: { id: order.id },
    data: {
      shippingRateCode: plan.shippingRateCode,
      shippingName: plan.shippingName,
      discountMinor: BigInt(plan.discountMinor),
      shippingMinor: BigInt(plan.shippingMinor),
      taxMinor: BigInt(plan.taxMinor),
      taxIncluded: plan.taxIncluded,
      taxLines: plan.taxLines,
      totalMinor: BigInt(toMinor),
      cartVersion: version,
    },
  });
  return version;
}

async function writeLines(tx: Tx, { orderId, plan }: Amendment): Promise<void> {
  for (const [position, line] of plan.lines.entries()) {
    await tx.orderLine.update({
      where: { orderId_position: { orderId, position } },
      data: {
        discountMinor: BigInt(line.discountMinor),
        taxMinor: BigInt(line.taxMinor),
        totalMinor: BigInt(line.totalMinor),
      },
    });
  }
}

async function writeUses(tx: Tx, { orderId, plan }: Amendment): Promise<void> {
  const kept = plan.promotions.map(({ id }) => id);
  await tx.promotionRedemption.deleteMany({ where: { orderId, promotionId: { notIn: kept } } });
  for (const { id: promotionId, discountMinor } of plan.promotions) {
    await tx.promotionRedemption.updateMany({
      where: { orderId, promotionId },
      data: { discountMinor: BigInt(discountMinor) },
    });
  }
}
