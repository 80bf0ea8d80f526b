import type { PageRequest } from "@/lib/payments/core/types";
import type { OrderDetails } from "@/lib/payments/gateways/gateway";

export type SessionLine = {
  name: string;
  imageUrl: string | null;
  quantity: number;
  unitMinor: number;
  /** `price_…` where Stripe knows a price of exactly this amount for it. */
  priceRef: string | null;
};

const piece = (name: string, unitMinor: number): SessionLine => {
  return { name, imageUrl: null, quantity: 1, unitMinor, priceRef: null };
};

/**
 * The order's lines as the gateway's page shows them. Their sum is `amountMinor` to the unit: discounts
 * and taxes are folded into the lines, and what does not divide by the quantity is sold as one piece.
 */
export function sessionLines(
  order: OrderDetails,
  amountMinor: number,
  prices: NonNullable<PageRequest["prices"]> = [],
): SessionLine[] {
  if (amountMinor !== order.totalMinor) return [piece("Rest of your order", amountMinor)];
  const goods = order.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const rest = amountMinor - goods - order.shippingMinor;
  // Less than the lines add up to: a discount that no line carries cannot be shown line by line.
  if (rest < 0) return [piece("Your order", amountMinor)];
  const lines = order.lines.map(({ variantId, title, variantTitle, imageUrl, ...line }) => {
    const name = variantTitle ? `${title} (${variantTitle})` : title;
    const { quantity, totalMinor } = line;
    if (totalMinor % quantity !== 0) {
      return { ...piece(`${name} × ${quantity}`, totalMinor), imageUrl };
    }
    const unitMinor = totalMinor / quantity;
    const known = prices.find(
      (price) => price.variantId === variantId && price.unitMinor === unitMinor,
    );
    return { name, imageUrl, quantity, unitMinor, priceRef: known?.ref ?? null };
  });
  const extra = (name: string, unitMinor: number) =>
    unitMinor > 0 ? [piece(name, unitMinor)] : [];
  return [
    ...lines,
    ...extra(order.shippingName ?? "Shipping", order.shippingMinor),
    ...extra("Taxes", rest),
  ];
}
