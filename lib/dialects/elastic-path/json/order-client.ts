import { z } from "zod";
import { saidSchema } from "@/lib/cart/named/extras/schema";
import type { ClientOrder } from "../queries/orders";

const clientSchema = z.object({
  accountId: z.string().optional(),
  memberId: z.string().optional(),
  byContact: z.boolean().optional(),
  /** The taxes, discounts and parcels of its cart. */
  said: saidSchema.optional(),
});

/** What the program that made an order says of it. */
export const clientOf = (order: Pick<ClientOrder, "client">) =>
  clientSchema.catch({}).parse(order.client);
