import { env } from "@/lib/env";
import type { NamedCart } from "@/lib/cart/named/view";
import { errorEntries } from "../errors";
import type { DomainError } from "@/lib/errors";
import { customerReferences } from "./customer";
import { discountJson, taxJson } from "./extras";
import { itemsJson, itemType } from "./cart-items";
import { moneyJson, timestampsJson } from "./money";

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
      customers: cart.shopperIds.length > 0 ? { data: customerReferences(cart.shopperIds) } : {},
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
