import type { OrderDetails } from "@/lib/payments/gateways/gateway";

export type SessionLine = {
  name: string;
  imageUrl: string | null;
  quantity: number;
  unitMinor: number;
};

/**
 * The order's lines as the gateway's page shows them. Their sum is `amountMinor` to the unit: discounts
 * and taxes are folded into the lines, and what does not divide by the quantity is sold as one piece.
 */
export function sessionLines(order: OrderDetails, amountMinor: number): SessionLine[] {
  if (amountMinor !== order.totalMinor) {
    return [{ name: "Rest of your order", imageUrl: null, quantity: 1, unitMinor: amountMinor }];
  }
  const goods = order.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const rest = amountMinor - goods - order.shippingMinor;
  // Less than the lines add up to: a discount that no line carries cannot be shown line by line.
  if (rest < 0) {
    return [{ name: "Your order", imageUrl: null, quantity: 1, unitMinor: amountMinor }];
  }
  const lines = order.lines.map(({ title, variantTitle, imageUrl, quantity, totalMinor }) => {
    const name = variantTitle ? `${title} (${variantTitle})` : title;
    const divides = totalMinor % quantity === 0;
    return divides
      ? { name, imageUrl, quantity, unitMinor: totalMinor / quantity }
      : { name: `${name} × ${quantity}`, imageUrl, quantity: 1, unitMinor: totalMinor };
  });
  const extra = (name: string, unitMinor: number): SessionLine[] =>
    unitMinor > 0 ? [{ name, imageUrl: null, quantity: 1, unitMinor }] : [];
  return [
    ...lines,
    ...extra(order.shippingName ?? "Shipping", order.shippingMinor),
    ...extra("Taxes", rest),
  ];
}
