import type { NamedCart, NamedItem } from "../view";
import { adjust, type Adjusted, type AdjustedLine } from "./adjust";
import { noExtras } from "./schema";

export type AppliedExtras = Pick<
  Adjusted,
  "taxes" | "discounts" | "customDiscountMinor" | "taxMinor" | "addedTaxMinor" | "shippingMinor"
>;

export const nothingApplied: AppliedExtras = {
  taxes: [],
  discounts: [],
  customDiscountMinor: 0,
  taxMinor: 0,
  addedTaxMinor: 0,
  shippingMinor: 0,
};

/** The cart with what its program adds to the shop's own prices. Most carts have nothing of it. */
export function withExtras(cart: NamedCart): NamedCart {
  const { extras } = cart;
  if (extras === noExtras) return cart;
  const lines = cart.items.map(({ id, valueMinor, discountMinor, includesTax }) => {
    return { id, totalMinor: valueMinor - discountMinor, includesTax };
  });
  const { lines: adjusted, ...applied } = adjust(lines, extras);
  const byId = new Map(adjusted.map((line) => [line.id, line]));
  const onTop = applied.addedTaxMinor + applied.shippingMinor - applied.customDiscountMinor;
  return {
    ...cart,
    items: cart.items.map((item) => withLine(cart, item, byId.get(item.id))),
    discountMinor: cart.discountMinor + applied.customDiscountMinor,
    totalMinor: cart.totalMinor + onTop,
    applied,
  };
}

function withLine(
  { extras }: NamedCart,
  item: NamedItem,
  line: AdjustedLine | undefined,
): NamedItem {
  const { customDiscountMinor = 0, taxMinor = 0, addedTaxMinor = 0 } = line ?? {};
  return {
    ...item,
    discountMinor: item.discountMinor + customDiscountMinor,
    inputs: extras.inputs[item.id] ?? item.inputs,
    groupId: extras.itemGroups[item.id] ?? null,
    taxMinor,
    addedTaxMinor,
  };
}
