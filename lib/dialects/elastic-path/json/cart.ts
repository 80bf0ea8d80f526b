import { env } from "@/lib/env";
import type { NamedCart, NamedItem } from "@/lib/cart/named/view";
import { errorEntries } from "../errors";
import type { DomainError } from "@/lib/errors";
import { discountJson, taxJson } from "./extras";
import { moneyJson, priceJson, timestampsJson } from "./money";
import { imageJson } from "./product";

type Currency = NamedCart["currency"];

export function totalsJson(cart: NamedCart) {
  const { currency, totalMinor, discountMinor, applied } = cart;
  return {
    with_tax: moneyJson(totalMinor, currency),
    without_tax: moneyJson(totalMinor - applied.taxMinor, currency),
    tax: moneyJson(applied.taxMinor, currency),
    discount: moneyJson(-discountMinor, currency),
    without_discount: moneyJson(totalMinor + discountMinor, currency),
    shipping: moneyJson(applied.shippingMinor, currency),
    discounts: Object.fromEntries(
      cart.promotions.map(({ code, discountMinor: off }) => [code, moneyJson(-off, currency)]),
    ),
  };
}

export function cartJson(cart: NamedCart, withItems: boolean) {
  const { ref, label, extras } = cart;
  const items = cart.items.map(({ id, kind }) => ({ type: itemType(kind), id }));
  return {
    id: ref,
    type: "cart",
    name: label.name ?? "Cart",
    description: label.description ?? "",
    ...(label.contact && { contact: label.contact }),
    ...(label.customAttributes && { custom_attributes: label.customAttributes }),
    ...(extras.payment && { payment_intent_id: extras.payment.intentId }),
    links: { self: `${env().storeUrl}/v2/carts/${ref}` },
    discount_settings: { custom_discounts_enabled: true },
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
      custom_discounts: {
        data: extras.discounts.map(({ id }) => ({ type: "custom_discount", id })),
      },
      shipping_groups: {
        data: extras.groups.map(({ id }) => ({ type: "shipping_group", id })),
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
    ...(asked.has("tax_items") && { tax_items: cart.applied.taxes.map(taxJson) }),
    ...(asked.has("custom_discounts") && {
      custom_discounts: cart.applied.discounts.map((one) => discountJson(one, cart.currency)),
    }),
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
  return [...cart.items.map((item) => itemJson(item, cart)), ...promotionItems(cart)];
}

const itemType = (kind: NamedItem["kind"]) => (kind === "product" ? "cart_item" : "custom_item");

const nameOf = ({ name, variantTitle }: NamedItem) =>
  variantTitle === "" ? name : `${name} (${variantTitle})`;

function itemJson(item: NamedItem, cart: NamedCart) {
  const { currency } = cart;
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
