import type { Tx } from "@/lib/db/transaction";
import { openPrimary } from "@/lib/payments/core/sums";
import type { GatewaySnapshot } from "@/lib/payments/core/gateway-answers";
import type { OrderState, PaymentState } from "@/lib/payments/core/types";
import { addOrderEvent } from "./events";

/** The line of a sale that is nothing but an amount, and the one that a tip is. */
export const AMOUNT_SKU = "AMOUNT";
export const TIP_SKU = "TIP";

type Locked = { order: OrderState; payment: PaymentState };

/**
 * What is asked for in person can change until a card is there: we set another amount, or the shopper
 * adds a tip at the reader. The order, its payment and the question under way then say what the reader says, in the
 * transaction that records it: whoever died between asking and recording has lost nothing.
 */
export async function followReader(
  tx: Tx,
  { order, payment }: Locked,
  snapshot: GatewaySnapshot | null,
): Promise<Locked> {
  const asked = snapshot?.asked;
  if (asked === undefined || payment.authorizedMinor > 0) return { order, payment };
  const { amountMinor, tipMinor } = asked;
  const growthMinor = amountMinor - payment.amountMinor;
  if (growthMinor === 0) return { order, payment };

  await changeLine(tx, order.id, growthMinor, tipMinor > 0);
  const data = { amountMinor: BigInt(amountMinor) };
  await tx.payment.update({ where: { id: payment.id }, data });
  const open = openPrimary(payment);
  if (open) await tx.transaction.update({ where: { id: open.id }, data });
  const changed = {
    ...payment,
    amountMinor,
    transactions: payment.transactions.map((one) =>
      one.id === open?.id ? { ...one, amountMinor } : one,
    ),
  };
  const payments = order.payments.map((other) => (other.id === payment.id ? changed : other));
  const totalMinor = order.totalMinor + growthMinor;
  return { order: { ...order, totalMinor, payments }, payment: changed };
}

async function changeLine(tx: Tx, orderId: string, growthMinor: number, byTip: boolean) {
  const growth = BigInt(growthMinor);
  const lines = await tx.orderLine.findMany({ where: { orderId }, orderBy: { position: "asc" } });
  const plain = lines.find(({ sku, variantId }) => sku === AMOUNT_SKU && variantId === null);
  const tip = lines.find(({ sku, variantId }) => sku === TIP_SKU && variantId === null);
  const line = byTip || plain === undefined ? tip : plain;
  if (line) {
    const totalMinor = line.totalMinor + growth;
    const data = { totalMinor, unitPriceMinor: totalMinor };
    await tx.orderLine.update({ where: { id: line.id }, data });
  } else {
    const amounts = { quantity: 1, unitPriceMinor: growth, totalMinor: growth };
    const position = (lines.at(-1)?.position ?? -1) + 1;
    await tx.orderLine.create({
      data: { orderId, position, sku: TIP_SKU, title: "Tip", ...amounts },
    });
  }
  const increment = { increment: growth };
  const data = { subtotalMinor: increment, totalMinor: increment };
  await tx.order.update({ where: { id: orderId }, data });
  const message = byTip ? "A tip was added at the reader" : "The amount was changed";
  const facts = { growthMinor };
  await addOrderEvent(tx, { orderId, kind: "amount_changed", actor: "gateway", message, facts });
}
