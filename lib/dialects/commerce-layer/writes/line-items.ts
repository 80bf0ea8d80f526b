import { z } from "zod";
import { addItems, maxQuantityPerItem, type NewItem } from "@/lib/cart/named/add-items";
import { changeItems, removeItem } from "@/lib/cart/named/change-items";
import { writeDraftOrder } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { invalid, notFound, unauthorized } from "../errors";
import { write } from "../protocol/resource";
import type { Caller } from "../auth";
import { requireOpenOrder } from "./open-order";
import { maybeTo, none, text, to, url } from "./parts";

const quantity = z.int("is not a number").min(1, "must be greater than 0").max(maxQuantityPerItem);

const unsupported = "is not supported";

/** What the clients say beside it, of which this store has one form only. */
const beside = {
  _external_price: z.literal(false, unsupported).nullish(),
  _reserve_stock: z.literal(false, unsupported).nullish(),
  bundle_code: z.literal("", unsupported).nullish(),
  frequency: z.literal("", unsupported).nullish(),
};

const created = z.strictObject({
  sku_code: text(100).nullish(),
  quantity: quantity.default(1),
  /** The catalogue decides what a product is called and looks like. */
  name: text(200).nullish(),
  image_url: url,
  unit_amount_cents: z.int().min(0).max(99_999_999).nullish(),
  item_type: z.enum(["skus", "adjustments"]).nullish(),
  ...beside,
  /** What is in the order already adds up, whether or not this is asked for. */
  _update_quantity: z.union([z.boolean(), z.literal([0, 1])]).nullish(),
});

type Created = z.infer<typeof created>;

export const createLineItem = write(
  z.object({
    attributes: created,
    relationships: z.strictObject({
      order: to("orders"),
      item: maybeTo("skus"),
      sku: maybeTo("skus"),
    }),
  }),
  async ({ caller, data: { attributes, relationships } }) => {
    const { order, item: ofItem, sku } = relationships;
    const { id: orderId, cartRef } = await requireOpenOrder(order, caller);
    const item = itemOf(attributes, sku ?? ofItem, caller);
    const added = await addItems({
      ref: cartRef,
      currency: null,
      items: [item],
      allOrNothing: true,
    });
    await writeDraftOrder({ orderId, actor: caller.actor });
    const line = added.cart.items.findLast(({ variantId, kind, sku: code }) =>
      item.kind === "product"
        ? variantId === item.id || code === item.sku
        : item.kind === "custom" && kind === "custom",
    );
    if (line === undefined) throw notFound("The item is not in the order any more.");
    return line.id;
  },
);

function itemOf(given: Created, id: string | undefined, { rights }: Caller): NewItem {
  const { sku_code, quantity: wanted, name, unit_amount_cents: price } = given;
  if (id !== undefined || sku_code) {
    // What things cost is decided by the price lists.
    if (price !== undefined && price !== null) {
      throw invalid("unit_amount_cents", "is taken from the price list", "invalid");
    }
    const which = id === undefined ? { sku: sku_code ?? undefined } : { id };
    return { kind: "product", ...which, quantity: wanted };
  }
  if (!name || price === undefined || price === null) {
    throw invalid("sku_code", "can't be blank", "blank");
  }
  if (rights !== "backend") throw unauthorized();
  const custom = { sku: "", description: "", includesTax: true, inputs: {} };
  return { kind: "custom", name, unitPriceMinor: price, quantity: wanted, ...custom };
}

export const updateLineItem = write(
  z.object({
    attributes: z.strictObject({ quantity: quantity.optional(), ...beside }),
    relationships: none,
  }),
  async ({ id, caller, data }) => {
    const { orderId, cartRef } = await draftOf(id, caller);
    const { quantity: wanted } = data.attributes;
    if (wanted === undefined) return id;
    const changes = [{ id, quantity: wanted }];
    await changeItems({ ref: cartRef, currency: null, changes });
    await writeDraftOrder({ orderId, actor: caller.actor });
    return id;
  },
);

export async function removeLineItem({ id, caller }: { id: string; caller: Caller }) {
  const { orderId, cartRef } = await draftOf(id, caller);
  await removeItem({ ref: cartRef, currency: null, itemId: id });
  await writeDraftOrder({ orderId, actor: caller.actor });
}

async function draftOf(lineId: string, caller: Caller) {
  const db = await database();
  const line = await db.orderLine.findUnique({ where: { id: lineId }, select: { orderId: true } });
  if (line === null) throw notFound();
  const { id: orderId, cartRef } = await requireOpenOrder(line.orderId, caller);
  return { orderId, cartRef };
}
