import type { OrderView } from "@/lib/orders/views";
import type { Checkout } from "./queries";
import { isPriced } from "./cart";

/** What stands beside the steps before there is an order. */
export function cartSummary(checkout: Checkout, when: "before-shipping" | "at-shipping") {
  const { currency, lines, goodsMinor, rate, totals } = checkout;
  const known = when === "at-shipping" && rate !== null;
  return {
    lines: lines.map((line) => ({
      id: line.variantId,
      title: line.title,
      variantTitle: line.variantTitle,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      totalMinor: isPriced(line) ? line.unitPriceMinor * line.quantity : null,
    })),
    totals: {
      currency,
      subtotalMinor: goodsMinor,
      discountMinor: 0,
      shippingMinor: known ? rate.amountMinor : null,
      shippingName: known ? rate.name : null,
      taxMinor: 0,
      totalMinor: known ? totals.totalMinor : goodsMinor,
    },
  };
}

/** The same for an order: what was agreed on, whatever a price or the bag does now. */
export function orderSummary(order: OrderView) {
  const { currency, subtotalMinor, discountMinor, taxMinor, totalMinor } = order;
  return {
    lines: order.lines.map(({ id, title, variantTitle, imageUrl, quantity, ...line }) => {
      return { id, title, variantTitle, imageUrl, quantity, totalMinor: line.totalMinor };
    }),
    totals: {
      currency,
      subtotalMinor,
      discountMinor,
      shippingMinor: order.shippingMinor,
      shippingName: order.shippingName,
      taxMinor,
      totalMinor,
    },
  };
}
