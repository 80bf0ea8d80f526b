import { toMinor } from "@/lib/db/minor";
import { currencySchema, type Currency } from "@/lib/money/currency";
import type { ClientOrder } from "../queries/orders";
import { linePrices } from "./cart-items";
import { priceJson, timestampsJson } from "./money";
import { clientOf } from "./order-client";
import { nameOf } from "./product";

export function orderItemsJson(order: ClientOrder) {
  const currency = currencySchema.parse(order.currency);
  const { said } = clientOf(order);
  return order.lines.map((line) => orderItemJson(line, { order, currency, said }));
}

type Line = ClientOrder["lines"][number];
type Context = {
  order: ClientOrder;
  currency: Currency;
  said: ReturnType<typeof clientOf>["said"];
};

function orderItemJson(row: Line, { order, currency, said }: Context) {
  const unitPriceMinor = toMinor(row.unitPriceMinor);
  const discountMinor = toMinor(row.discountMinor);
  const valueMinor = unitPriceMinor * row.quantity;
  const taxes = (said?.taxes ?? []).filter(({ itemId }) => itemId === row.cartItemId);
  const taxMinor = toMinor(row.taxMinor);
  const saidOnTop = taxes.filter((tax) => tax.onTop).reduce((all, tax) => all + tax.takenMinor, 0);
  const oursOnTop = order.taxIncluded ? 0 : taxMinor;
  const addedTaxMinor = taxes.length > 0 ? saidOnTop : oursOnTop;
  const amounts = { unitPriceMinor, discountMinor, valueMinor, taxMinor, addedTaxMinor };
  const line = { quantity: row.quantity, ...amounts };
  const inputs = row.cartItemId === null ? undefined : said?.inputs[row.cartItemId];
  const groupId = row.cartItemId === null ? undefined : said?.itemGroups[row.cartItemId];
  return {
    type: "order_item",
    id: row.id,
    quantity: row.quantity,
    product_id: row.variantId ?? "",
    name: nameOf(row.title, row.variantTitle),
    sku: row.sku,
    unit_price: priceJson(unitPriceMinor, currency),
    value: priceJson(valueMinor, currency),
    ...(discountMinor > 0 && { discounts: [{ amount: priceJson(-discountMinor, currency) }] }),
    ...(inputs && { custom_inputs: inputs }),
    ...(groupId && { shipping_group_id: groupId }),
    links: {},
    meta: { display_price: linePrices(line, currency), timestamps: timestampsJson(order) },
    relationships: {
      cart_item: { data: row.cartItemId ? { type: "cart_item", id: row.cartItemId } : null },
      ...(taxes.length > 0 && {
        taxes: { data: taxes.map(({ id }) => ({ type: "tax_item", id })) },
      }),
    },
    ...(row.variantId && { catalog_id: "tender", catalog_source: "pim" }),
  };
}
