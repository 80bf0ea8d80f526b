import type { ShippingGroup, TaxItem, CustomDiscount } from "@/lib/cart/named/extras/schema";
import type { Currency } from "@/lib/money/currency";
import { moneyJson } from "./money";

/** Taxes, discounts and parcels of a cart, and of the order that was made of it. */
type Tax = TaxItem & { takenMinor: number };

const ofItem = (id: string) => ({ item: { data: { type: "cart_item", id } } });

export function taxJson({ id, itemId, name, jurisdiction, code, rate, takenMinor }: Tax) {
  const what = { id, type: "tax_item", name, jurisdiction, code };
  const much = rate === null ? { amount: takenMinor } : { rate };
  return { ...what, ...much, relationships: ofItem(itemId) };
}

type Discount = CustomDiscount & { takenMinor: number };

export function discountJson(discount: Discount, currency: Currency) {
  const { id, itemId, externalId, engine, description, code, takenMinor } = discount;
  return {
    id,
    type: "custom_discount",
    external_id: externalId,
    discount_engine: engine,
    description,
    discount_code: code,
    amount: moneyJson(-takenMinor, currency),
    ...(itemId !== null && { relationships: ofItem(itemId) }),
  };
}

type Where = { cartRef?: string; orderId?: string; itemIds: string[] };

export function groupJson(group: ShippingGroup, currency: Currency, where: Where) {
  const { price, createdAt, updatedAt } = group;
  const amount = (minor: number) => moneyJson(minor, currency);
  const { cartRef, orderId, itemIds } = where;
  return {
    id: group.id,
    type: "shipping_group",
    shipping_type: group.shippingType,
    tracking_reference: group.trackingReference,
    external_ref: group.externalRef,
    includes_tax: group.includesTax,
    ...(cartRef !== undefined && { cart_id: cartRef }),
    ...(orderId !== undefined && { order_id: orderId }),
    ...(group.address && { address: group.address }),
    ...(group.deliveryEstimate && { delivery_estimate: group.deliveryEstimate }),
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    meta: {
      shipping_display_price: {
        total: amount(price.totalMinor),
        base: amount(price.baseMinor),
        tax: amount(price.taxMinor),
        fees: amount(price.feesMinor),
        discount: amount(-price.discountMinor),
      },
    },
    relationships: {
      ...(cartRef !== undefined && { cart: { data: { type: "cart", id: cartRef } } }),
      ...(orderId !== undefined && { order: { data: { type: "order", id: orderId } } }),
      items: { data: itemIds.map((id) => ({ type: "item", id })) },
    },
  };
}
