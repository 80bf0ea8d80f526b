import { z } from "zod";
import { maxQuantityPerItem, type NewItem } from "@/lib/cart/named/add-items";
import type { ItemChange } from "@/lib/cart/named/change-items";
import type { CartLabel } from "@/lib/cart/named/view";
import { newToken } from "@/lib/ids";
import { cartRef, optionalText, text } from "./parts";

const quantity = z.int().min(1).max(maxQuantityPerItem);

/** Of a product more than there are is a matter of stock, and the answer says so. */
const quantityAsked = z.int().max(2_147_483_647);
const inputs = z.record(z.string().max(100), z.json());

/** A product of ours is no bundle, so a request that says otherwise is a mistake. */
const noBundle = z.strictObject({}).nullish();

const groupId = text(100).min(1).nullish();

const cartItem = z
  .strictObject({
    type: z.literal("cart_item"),
    id: text(100).optional(),
    sku: text(100).optional(),
    quantity: quantityAsked.min(1).default(1),
    custom_inputs: inputs.nullish(),
    bundle_configuration: noBundle,
    shipping_group_id: groupId,
  })
  .refine(({ id, sku }) => Boolean(id) || Boolean(sku), { path: ["id"], error: "id is required" });

const customItem = z.strictObject({
  type: z.literal("custom_item"),
  name: text(200).min(1),
  sku: optionalText(100),
  description: optionalText(2_000),
  quantity: quantity.default(1),
  price: z.strictObject({
    amount: z.int().min(0).max(99_999_999),
    includes_tax: z.boolean().default(true),
  }),
  custom_inputs: inputs.nullish(),
  shipping_group_id: groupId,
});

const promotionItem = z.strictObject({
  type: z.literal("promotion_item"),
  code: text(40).min(1),
});

export const newItem = z.discriminatedUnion("type", [cartItem, customItem, promotionItem]);

const options = z.strictObject({ add_all_or_nothing: z.boolean().optional() }).nullish();
const bulk = z.array(newItem).min(1).max(100);

const orderItems = z.strictObject({ type: z.literal("order_items"), order_id: z.uuid() });
const cartItems = z.strictObject({ type: z.literal("cart_items"), cart_id: text(128).min(1) });

/** `{data:{data:[…]}}` is what one official client makes of a list without options. */
export const addItemsRequest = z.strictObject({
  data: z.union([
    z.discriminatedUnion("type", [cartItem, customItem, promotionItem, orderItems, cartItems]),
    bulk,
    z.strictObject({ data: bulk, options }),
  ]),
  options,
});

export type AddItemsRequest = z.infer<typeof addItemsRequest>;

const change = z.strictObject({
  id: text(100).min(1),
  quantity: quantityAsked.min(0).optional(),
  type: z.string().optional(),
  custom_inputs: inputs.nullish(),
  shipping_group_id: groupId,
});

const itemChanges = z.array(change).min(1).max(100);

export const changeItemsRequest = z.strictObject({
  data: z.union([itemChanges, z.strictObject({ data: itemChanges, options })]),
  options,
});

export const changeItemRequest = z.strictObject({
  data: z.strictObject({
    id: text(100).optional(),
    type: z.string().optional(),
    quantity: quantityAsked.min(0).optional(),
    custom_inputs: inputs.nullish(),
    shipping_group_id: groupId,
  }),
});

export const cartRequest = z.strictObject({
  data: z.strictObject({
    id: cartRef.optional(),
    type: z.literal("cart").optional(),
    name: optionalText(200),
    description: optionalText(2_000),
    contact: z
      .strictObject({ name: optionalText(200), email: z.email().max(200).nullish() })
      .nullish(),
    custom_attributes: z.record(z.string().max(100), z.json()).nullish(),
    discount_settings: z.looseObject({}).optional(),
    inventory_settings: z.looseObject({}).optional(),
    /** Empty: the payment that was begun in the cart is given up. */
    payment_intent_id: z.literal("").optional(),
  }),
});

type CartFields = z.infer<typeof cartRequest>["data"];

/** The reference that a new cart is asked to have, or one that nobody guesses. */
export function newCartRef({ id }: CartFields): string {
  return id ?? newToken();
}

/** What is left out stays as it is; null takes it away. */
export function labelOf(fields: CartFields): CartLabel {
  const { name, description, contact, custom_attributes: customAttributes } = fields;
  return {
    ...(name !== undefined && { name: name ?? "Cart" }),
    ...(description !== undefined && { description: description ?? "" }),
    ...(contact && { contact: { name: contact.name ?? "", email: contact.email ?? "" } }),
    ...(customAttributes && { customAttributes }),
  };
}

export function changesOf({ data }: z.infer<typeof changeItemsRequest>): ItemChange[] {
  const changes = Array.isArray(data) ? data : data.data;
  return changes.map((one) => ({ id: one.id, ...changeOf(one) }));
}

type Change = z.infer<typeof changeItemRequest>["data"];

export function changeOf(given: Change): Omit<ItemChange, "id"> {
  const { quantity: asked, custom_inputs: own, shipping_group_id: group } = given;
  return {
    ...(asked !== undefined && { quantity: asked }),
    ...(own && { inputs: own }),
    ...(group && { groupId: group }),
  };
}

export type Addition =
  | { is: "items"; items: NewItem[]; allOrNothing: boolean }
  | { is: "reorder"; orderId: string; allOrNothing: boolean }
  | { is: "merge"; fromRef: string; allOrNothing: boolean };

/** Every way to say "add", in one form. */
export function additionOf({ data, options: outer }: AddItemsRequest): Addition {
  if ("data" in data) return additionOf({ data: data.data, options: data.options ?? outer });
  const allOrNothing = outer?.add_all_or_nothing ?? true;
  if (Array.isArray(data)) return { is: "items", items: data.map(itemOf), allOrNothing };
  if (data.type === "order_items") return { is: "reorder", orderId: data.order_id, allOrNothing };
  if (data.type === "cart_items") return { is: "merge", fromRef: data.cart_id, allOrNothing };
  return { is: "items", items: [itemOf(data)], allOrNothing };
}

function itemOf(item: z.infer<typeof newItem>): NewItem {
  switch (item.type) {
    case "cart_item":
      return {
        kind: "product",
        id: item.id,
        sku: item.sku,
        quantity: item.quantity,
        ...(item.custom_inputs && { inputs: item.custom_inputs }),
        ...(item.shipping_group_id && { groupId: item.shipping_group_id }),
      };
    case "promotion_item":
      return { kind: "promotion", code: item.code };
    case "custom_item":
      return {
        kind: "custom",
        name: item.name,
        sku: item.sku ?? "",
        description: item.description ?? "",
        quantity: item.quantity,
        unitPriceMinor: item.price.amount,
        includesTax: item.price.includes_tax,
        inputs: item.custom_inputs ?? {},
        ...(item.shipping_group_id && { groupId: item.shipping_group_id }),
      };
  }
}
