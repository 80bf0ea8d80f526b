import { env } from "@/lib/env";
import type { NamedCart, NamedItem } from "@/lib/cart/named/view";
import { moneyJson, priceJson, timestampsJson } from "./money";
import { imageJson, nameOf, slugOf } from "./product";

type Currency = NamedCart["currency"];

/** What is in a cart, and after it the codes: they stand among the items. */
export function itemsJson(cart: NamedCart) {
  return [...cart.items.map((item) => itemJson(item, cart)), ...promotionItems(cart)];
}

export const itemType = (kind: NamedItem["kind"]) =>
  kind === "product" ? "cart_item" : "custom_item";

function itemJson(item: NamedItem, cart: NamedCart) {
  const { currency } = cart;
  const { id, kind, sku, description, slug, quantity, valueMinor, variantId } = item;
  const unitMinor = item.unitPriceMinor ?? 0;
  return {
    id,
    type: itemType(kind),
    product_id: variantId ?? id,
    name: nameOf(item.name, item.variantTitle),
    description,
    sku,
    slug: slugOf(slug, item.variantTitle, sku),
    image:
      item.imageUrl === null
        ? { mime_type: "", file_name: "", href: "" }
        : imageJson(item.imageUrl),
    quantity,
    manage_stock: item.managesStock,
    unit_price: { ...priceJson(unitMinor, currency), includes_tax: item.includesTax },
    value: { ...priceJson(valueMinor, currency), includes_tax: item.includesTax },
    ...itemDiscounts(item, cart),
    ...(Object.keys(item.inputs).length > 0 && { custom_inputs: item.inputs }),
    ...(item.groupId !== null && { shipping_group_id: item.groupId }),
    links: variantId === null ? {} : { product: `${env().storeUrl}/v2/products/${variantId}` },
    meta: { display_price: linePrices(item, currency), timestamps: timestampsJson(item) },
    ...itemRelationships(item, cart),
    ...(kind === "product" && { catalog_id: "tender", catalog_source: "pim" }),
  };
}

function itemDiscounts(item: NamedItem, { applied, currency }: NamedCart) {
  const ours = item.discounts.map(({ id, code, discountMinor }) => ({
    amount: priceJson(-discountMinor, currency),
    code,
    id,
    promotion_source: "rule-promotion",
  }));
  const theirs = applied.discounts.flatMap(({ id, code, shares }) => {
    const share = shares.get(item.id) ?? 0;
    return share === 0 ? [] : [{ amount: priceJson(-share, currency), code, id }];
  });
  const discounts = [...ours, ...theirs];
  return discounts.length > 0 ? { discounts } : {};
}

function itemRelationships({ id }: NamedItem, { applied, extras }: NamedCart) {
  const taxes = applied.taxes.filter(({ itemId }) => itemId === id);
  const discounts = extras.discounts.filter(({ itemId }) => itemId === id);
  if (taxes.length + discounts.length === 0) return {};
  return {
    relationships: {
      taxes: { data: taxes.map((tax) => ({ type: "tax_item", id: tax.id })) },
      custom_discounts: {
        data: discounts.map((discount) => ({ type: "custom_discount", id: discount.id })),
      },
    },
  };
}

type Line = {
  quantity: number;
  unitPriceMinor: number | null;
  valueMinor: number;
  discountMinor: number;
  /** The second is the part that comes on top. */
  taxMinor: number;
  addedTaxMinor: number;
};

/** The prices of one and of all of them. A discount that does not divide is rounded for one. */
export function linePrices(line: Line, currency: Currency) {
  const { quantity, valueMinor, discountMinor, taxMinor, addedTaxMinor } = line;
  const pair = (valueOfAll: number, valueOfOne: number) => ({
    unit: moneyJson(valueOfOne, currency),
    value: moneyJson(valueOfAll, currency),
  });
  const each = (amount: number) => Math.round(amount / quantity);
  const paidMinor = valueMinor - discountMinor + addedTaxMinor;
  const netMinor = paidMinor - taxMinor;
  return {
    with_tax: pair(paidMinor, each(paidMinor)),
    without_tax: pair(netMinor, each(netMinor)),
    tax: pair(taxMinor, each(taxMinor)),
    discount: pair(-discountMinor, -each(discountMinor)),
    without_discount: pair(valueMinor, line.unitPriceMinor ?? 0),
  };
}

/** A code stands among the items of a cart, with what it takes off. */
function promotionItems({ promotions, idlePromotions, currency, updatedAt }: NamedCart) {
  const all = [...promotions, ...idlePromotions.map((idle) => ({ ...idle, discountMinor: 0 }))];
  return all.map(({ id, code, name, discountMinor }) => ({
    id,
    type: "promotion_item",
    promotion_id: id,
    name,
    description: name,
    sku: code,
    slug: "",
    image: { mime_type: "", file_name: "", href: "" },
    quantity: 1,
    manage_stock: false,
    unit_price: priceJson(-discountMinor, currency),
    value: priceJson(-discountMinor, currency),
    links: {},
    meta: { timestamps: timestampsJson({ createdAt: updatedAt, updatedAt }) },
  }));
}
