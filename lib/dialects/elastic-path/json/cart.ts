import { env } from "@/lib/env";
import type { NamedCart, NamedItem } from "@/lib/cart/named/view";
import { errorEntries } from "../errors";
import type { DomainError } from "@/lib/errors";
import { moneyJson, priceJson, timestampsJson } from "./money";
import { imageJson } from "./product";

type Currency = NamedCart["currency"];

export function totalsJson(cart: NamedCart) {
  const { currency, totalMinor, goodsMinor, discountMinor } = cart;
  return {
    with_tax: moneyJson(totalMinor, currency),
    without_tax: moneyJson(totalMinor, currency),
    tax: moneyJson(0, currency),
    discount: moneyJson(-discountMinor, currency),
    without_discount: moneyJson(goodsMinor, currency),
    shipping: moneyJson(0, currency),
    discounts: Object.fromEntries(
      cart.promotions.map(({ code, discountMinor: off }) => [code, moneyJson(-off, currency)]),
    ),
  };
}

export function cartJson(cart: NamedCart, withItems: boolean) {
  const { ref, label } = cart;
  const items = cart.items.map(({ id, kind }) => ({ type: itemType(kind), id }));
  return {
    id: ref,
    type: "cart",
    name: label.name ?? "Cart",
    description: label.description ?? "",
    ...(label.contact && { contact: label.contact }),
    ...(label.customAttributes && { custom_attributes: label.customAttributes }),
    links: { self: `${env().storeUrl}/v2/carts/${ref}` },
    discount_settings: { custom_discounts_enabled: false },
    inventory_settings: { defer_inventory_check: false },
    meta: {
      display_price: totalsJson(cart),
      timestamps: cartTimestamps(cart),
    },
    relationships: {
      items: { data: withItems || items.length > 0 ? items : null },
      customers: {},
      accounts: {},
      promotions: {
        data: cart.promotions.map(({ id }) => ({ type: "promotion", id })),
      },
    },
  };
}

const cartTimestamps = (cart: NamedCart) => ({
  ...timestampsJson(cart),
  expires_at: cart.expiresAt.toISOString(),
});

/** What `include` asks for, by collection. */
export function cartIncludes(cart: NamedCart, asked: ReadonlySet<string>) {
  const included = {
    ...(asked.has("items") && { items: itemsJson(cart) }),
    ...(asked.has("tax_items") && { tax_items: [] }),
    ...(asked.has("custom_discounts") && { custom_discounts: [] }),
    ...(asked.has("promotions") && {
      promotions: cart.promotions.map(({ id, code, name }) => ({
        type: "promotion",
        id,
        code,
        name,
      })),
    }),
  };
  return Object.keys(included).length > 0 ? { included } : {};
}

/** The answer to everything that changes items: the whole list, and what it comes to. */
export function itemListJson(cart: NamedCart, refused: DomainError[] = []) {
  const errors = refused.flatMap((error) => errorEntries(error) ?? []);
  return {
    data: itemsJson(cart),
    ...(errors.length > 0 && { errors }),
    meta: { display_price: totalsJson(cart), timestamps: cartTimestamps(cart) },
  };
}

export function itemsJson(cart: NamedCart) {
  return [...cart.items.map((item) => itemJson(item, cart.currency)), ...promotionItems(cart)];
}

const itemType = (kind: NamedItem["kind"]) => (kind === "product" ? "cart_item" : "custom_item");

const nameOf = ({ name, variantTitle }: NamedItem) =>
  variantTitle === "" ? name : `${name} (${variantTitle})`;

function itemJson(item: NamedItem, currency: Currency) {
  const { id, kind, sku, description, slug, quantity, valueMinor, variantId } = item;
  const unitMinor = item.unitPriceMinor ?? 0;
  return {
    id,
    type: itemType(kind),
    product_id: variantId ?? id,
    name: nameOf(item),
    description,
    sku,
    slug,
    image:
      item.imageUrl === null
        ? { mime_type: "", file_name: "", href: "" }
        : imageJson(item.imageUrl),
    quantity,
    manage_stock: item.managesStock,
    unit_price: priceJson(unitMinor, currency),
    value: priceJson(valueMinor, currency),
    ...(item.discounts.length > 0 && {
      discounts: item.discounts.map(({ id: promotionId, code, discountMinor }) => ({
        amount: priceJson(-discountMinor, currency),
        code,
        id: promotionId,
        promotion_source: "rule-promotion",
      })),
    }),
    links: variantId === null ? {} : { product: `${env().storeUrl}/v2/products/${variantId}` },
    meta: { display_price: linePrices(item, currency), timestamps: timestampsJson(item) },
    ...(kind === "product" && { catalog_id: "tender", catalog_source: "pim" }),
  };
}

type Line = {
  quantity: number;
  unitPriceMinor: number | null;
  valueMinor: number;
  discountMinor: number;
};

/** The prices of one and of all of them. A discount that does not divide is rounded for one. */
export function linePrices(line: Line, currency: Currency) {
  const { quantity, valueMinor, discountMinor } = line;
  const pair = (valueOfAll: number, valueOfOne: number) => ({
    unit: moneyJson(valueOfOne, currency),
    value: moneyJson(valueOfAll, currency),
  });
  const each = (amount: number) => Math.round(amount / quantity);
  const paidMinor = valueMinor - discountMinor;
  return {
    with_tax: pair(paidMinor, each(paidMinor)),
    without_tax: pair(paidMinor, each(paidMinor)),
    tax: pair(0, 0),
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
