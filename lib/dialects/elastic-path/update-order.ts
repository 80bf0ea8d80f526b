import type { z } from "zod";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { editOrder } from "@/lib/orders/operations/edit-order";
import { fulfilOrder } from "@/lib/orders/operations/fulfil-order";
import { addressOf, type updateOrderRequest } from "./requests/orders";

type Update = z.infer<typeof updateOrderRequest>["data"];
type Which = { orderId: string; actor: string };

/** One request can rename an order, send it elsewhere, and say that it was sent or cancelled. */
export async function updateOrder(which: Which, data: Update): Promise<void> {
  const { shipping_address, order_number: clientNumber, external_ref: externalRef } = data;
  const shippingAddress = shipping_address && addressOf(shipping_address);
  const edits = [shippingAddress, clientNumber, externalRef];
  if (edits.some((edit) => edit !== undefined)) {
    await editOrder({ ...which, shippingAddress, clientNumber, externalRef });
  }
  if (data.shipping === "fulfilled") await fulfilOrder(which);
  if (data.status === "cancelled") await cancelOrder(which);
}
