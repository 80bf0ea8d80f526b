import { inTransaction, type Tx } from "@/lib/db/transaction";
import { amendablePayment } from "@/lib/payments/core/amendment";
import { carryOutAmendment } from "@/lib/payments/operations/amend-checkout";
import { addAmendment } from "@/lib/payments/store/amendments";
import { lockOrder } from "@/lib/payments/store/orders";

/** Another total for an order that has no cart, in percent of what its goods cost, beside its open form. */
export async function changeBy(orderId: string, percent: number): Promise<void> {
  const id = await inTransaction((tx) => decide(tx, orderId, percent));
  if (id !== null) await carryOutAmendment(id);
}

async function decide(tx: Tx, orderId: string, percent: number): Promise<string | null> {
  const order = await lockOrder(tx, orderId);
  const [pending] = order.payments.flatMap((payment) => payment.amendmentId ?? []);
  if (pending !== undefined) return pending;
  const payment = amendablePayment(order, new Date());
  if (payment === null) return null;
  const lines = await tx.orderLine.findMany({ where: { orderId }, orderBy: { position: "asc" } });
  const goodsMinor = lines.reduce((sum, { totalMinor }) => sum + Number(totalMinor), 0);
  // Three-decimal amounts end in zero at the gateway, and nothing below fifty is paid by card.
  const addedMinor = 10 * Math.ceil((goodsMinor * percent) / 1000);
  return addAmendment(tx, {
    orderId,
    paymentId: payment.id,
    fromMinor: order.totalMinor,
    toMinor: goodsMinor + addedMinor,
    cartVersion: 1,
    plan: {
      shippingRateCode: "test",
      shippingName: "Test",
      discountMinor: 0,
      shippingMinor: addedMinor,
      taxMinor: 0,
      taxIncluded: false,
      taxLines: [],
      lines: lines.map(({ totalMinor }) => {
        return { discountMinor: 0, taxMinor: 0, totalMinor: Number(totalMinor) };
      }),
      promotions: [],
      addedPromotions: [],
    },
  });
}
