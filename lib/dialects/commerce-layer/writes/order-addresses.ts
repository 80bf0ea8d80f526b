import { z } from "zod";
import { readDraftClient } from "@/lib/checkout/drafts/draft-order";
import type { DraftChange } from "@/lib/checkout/drafts/write-draft-order";
import { database } from "@/lib/db/client";
import { invalid } from "../errors";
import { cloneAddress, useAddress, type Chosen } from "./addresses";
import { text } from "./parts";

export const addressTriggers = {
  _shipping_address_clone_id: text(100).nullish(),
  _billing_address_clone_id: text(100).nullish(),
  _shipping_address_same_as_billing: z.boolean().nullish(),
  _billing_address_same_as_shipping: z.boolean().nullish(),
};

type Update = {
  attributes: {
    _shipping_address_clone_id?: string | null | undefined;
    _billing_address_clone_id?: string | null | undefined;
    _shipping_address_same_as_billing?: boolean | null | undefined;
    _billing_address_same_as_shipping?: boolean | null | undefined;
  };
  relationships: {
    shipping_address?: string | undefined;
    billing_address?: string | undefined;
  };
};

/** What a request says about where an order goes. @throws RequestError 404, 422 */
export async function addressesOf(orderId: string, { attributes, relationships }: Update) {
  const shipping = await shippingOf(orderId, { attributes, relationships });
  const billing = await billingOf(orderId, { attributes, relationships }, shipping);
  const copied =
    attributes._shipping_address_same_as_billing && !shipping
      ? await cloneAddress(billing?.id ?? (await currentId(orderId, "billing")), orderId)
      : shipping;
  const change: DraftChange = {
    ...(copied && { shippingAddress: copied.address }),
    ...(billing && { billingAddress: billing.address }),
  };
  const client = {
    ...(copied && { shippingAddressId: copied.id }),
    ...(billing && { billingAddressId: billing.id }),
  };
  return { change, client };
}

async function shippingOf(orderId: string, { attributes, relationships }: Update) {
  const { _shipping_address_clone_id: clone } = attributes;
  if (clone) return cloneAddress(clone, orderId);
  const { shipping_address: id } = relationships;
  return id === undefined ? null : useAddress(id, orderId);
}

async function billingOf(
  orderId: string,
  { attributes, relationships }: Update,
  shipping: Chosen | null,
) {
  const { _billing_address_clone_id: clone, _billing_address_same_as_shipping: same } = attributes;
  if (clone) return cloneAddress(clone, orderId);
  if (same) return cloneAddress(shipping?.id ?? (await currentId(orderId, "shipping")), orderId);
  const { billing_address: id } = relationships;
  return id === undefined ? null : useAddress(id, orderId);
}

/** What the order has now. @throws RequestError 422 when it has none */
async function currentId(orderId: string, which: "shipping" | "billing"): Promise<string> {
  const db = await database();
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { client: true, shippingAddress: true },
  });
  const client = readDraftClient(order.client);
  const id = which === "shipping" ? client.shippingAddressId : client.billingAddressId;
  if (id === undefined) throw invalid(`${which}_address`, "can't be blank", "blank");
  return id;
}
