import { z } from "zod";
import { writeDraftOrder } from "@/lib/checkout/drafts/write-draft-order";
import { fulfilOrder } from "@/lib/orders/operations/fulfil-order";
import { unauthorized } from "../errors";
import { write } from "../protocol/resource";
import { requireOpenOrder } from "./open-order";
import { maybeTo, trigger } from "./parts";

/** A method is a rate in one currency, and the order has its currency already. */
const rateOf = (methodId: string) => methodId.replace(/-[a-z]{3}$/, "");

/** An order is one parcel, so they have one id. */
export const updateShipment = write(
  z.object({
    attributes: z.strictObject({ _ship: trigger }),
    relationships: z.strictObject({ shipping_method: maybeTo("shipping_methods") }),
  }),
  async ({ id, caller, data: { attributes, relationships } }) => {
    const { actor } = caller;
    const { shipping_method: method } = relationships;
    if (method !== undefined) {
      await requireOpenOrder(id, caller);
      await writeDraftOrder({ orderId: id, actor, change: { rateCode: rateOf(method) } });
    }
    if (attributes._ship) {
      if (caller.rights !== "backend") throw unauthorized();
      await fulfilOrder({ orderId: id, actor });
    }
    return id;
  },
);
