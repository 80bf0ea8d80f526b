import { isDeepStrictEqual } from "node:util";
import type { Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import type { AmendmentPlan } from "@/lib/payments/core/amendment";
import { addressSchema } from "@/lib/shipping/address";
import type { OrderPlan } from "./plan-order";

/** What may change of an order while its payment form is open, and what may not. Pure but for one read. */
const include = {
  lines: { orderBy: { position: "asc" } },
  reservations: { select: { status: true } },
  redemptions: { select: { promotionId: true, discountMinor: true } },
  giftCards: { select: { giftCardId: true } },
} as const satisfies Prisma.OrderInclude;

export type PlacedOrderRow = Prisma.OrderGetPayload<{ include: typeof include }>;

export function readPlaced(tx: Tx, id: string): Promise<PlacedOrderRow> {
  return tx.order.findUniqueOrThrow({ where: { id }, include });
}

/** The same goods for the same person at the same place, still held, and paid by nothing but the form. */
export function isSameBut(
  order: PlacedOrderRow,
  plan: OrderPlan,
  { channel, shopperId }: { channel: string; shopperId: string | null },
): boolean {
  const sent = addressSchema.safeParse(order.shippingAddress).data;
  const billed = addressSchema.safeParse(order.billingAddress).data;
  return (
    order.channel === channel &&
    order.shopperId === shopperId &&
    order.currency === plan.currency &&
    order.email === plan.email &&
    order.phone === plan.phone &&
    isDeepStrictEqual(sent, plan.shippingAddress) &&
    isDeepStrictEqual(billed, plan.billingAddress) &&
    isSameGoods(order.lines, plan.goods) &&
    order.reservations.every(({ status }) => status === "held") &&
    order.giftCards.length === 0 &&
    plan.payMinor === plan.totalMinor &&
    plan.totalMinor > 0
  );
}

function isSameGoods(lines: PlacedOrderRow["lines"], goods: OrderPlan["goods"]): boolean {
  const isSame = (line: PlacedOrderRow["lines"][number], at: number) => {
    const now = goods[at];
    return (
      line.variantId === now?.variantId &&
      line.quantity === now.quantity &&
      toMinor(line.unitPriceMinor) === now.unitPriceMinor
    );
  };
  return lines.length === goods.length && lines.every(isSame);
}

/** Nothing that anybody is shown or charged is different: only the bag was touched. */
export function saysSame(order: PlacedOrderRow, plan: OrderPlan): boolean {
  const { promotions, lines, ...next } = amendmentPlan(plan, []);
  const now = {
    shippingRateCode: order.shippingRateCode,
    shippingName: order.shippingName,
    discountMinor: toMinor(order.discountMinor),
    shippingMinor: toMinor(order.shippingMinor),
    taxMinor: toMinor(order.taxMinor),
    taxIncluded: order.taxIncluded,
    taxLines: order.taxLines,
    addedPromotions: [],
  };
  const linesNow = order.lines.map(({ discountMinor, taxMinor, totalMinor }) => {
    return {
      discountMinor: toMinor(discountMinor),
      taxMinor: toMinor(taxMinor),
      totalMinor: toMinor(totalMinor),
    };
  });
  const used = new Map(
    order.redemptions.map((one) => [one.promotionId, toMinor(one.discountMinor)]),
  );
  const isUsed = ({ id, discountMinor }: AmendmentPlan["promotions"][number]) =>
    used.get(id) === discountMinor;
  return (
    isDeepStrictEqual(now, next) &&
    isDeepStrictEqual(linesNow, lines) &&
    used.size === promotions.length &&
    promotions.every(isUsed)
  );
}

export function amendmentPlan(plan: OrderPlan, addedPromotions: string[]): AmendmentPlan {
  const { rate, discountMinor, shippingMinor, taxMinor, taxIncluded, taxLines } = plan;
  return {
    shippingRateCode: rate.code,
    shippingName: rate.name,
    discountMinor,
    shippingMinor,
    taxMinor,
    taxIncluded,
    taxLines,
    lines: plan.lines.map((line) => {
      return {
        discountMinor: line.discountMinor,
        taxMinor: line.taxMinor,
        totalMinor: line.totalMinor,
      };
    }),
    promotions: plan.promotions.map((one) => ({ id: one.id, discountMinor: one.discountMinor })),
    addedPromotions,
  };
}
