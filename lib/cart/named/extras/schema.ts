import { z } from "zod";

/**
 * What a program adds to a cart beside things to buy: taxes that it has calculated, discounts of its own,
 * and the parcels that the goods travel in. They stand with what was filled in at checkout, so they go when
 * the cart's order is paid, and they are read and changed with the cart's row locked.
 */
const moment = z.coerce.date();

const taxItem = z.object({
  id: z.string(),
  itemId: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  code: z.string(),
  /** One of the two: a share of the price (0.2 is 20 %), or minor units. */
  rate: z.number().nullable(),
  amountMinor: z.number().nullable(),
});

const customDiscount = z.object({
  id: z.string(),
  /** Null: of the whole cart. */
  itemId: z.string().nullable(),
  externalId: z.string(),
  engine: z.string(),
  description: z.string(),
  code: z.string(),
  /** What it takes off, above zero; never more than there is. */
  amountMinor: z.number(),
});

const shippingGroup = z.object({
  id: z.string(),
  shippingType: z.string(),
  trackingReference: z.string(),
  externalRef: z.string(),
  includesTax: z.boolean(),
  price: z.object({
    baseMinor: z.number(),
    feesMinor: z.number(),
    taxMinor: z.number(),
    discountMinor: z.number(),
    totalMinor: z.number(),
  }),
  address: z.record(z.string(), z.json()).nullable(),
  deliveryEstimate: z.record(z.string(), z.json()).nullable(),
  createdAt: moment,
  updatedAt: moment,
});

export const extrasSchema = z.object({
  taxes: z.array(taxItem).default([]),
  discounts: z.array(customDiscount).default([]),
  groups: z.array(shippingGroup).default([]),
  /** By the item's id: what a program keeps with a thing from the catalogue, and the parcel that it is in. */
  inputs: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  itemGroups: z.record(z.string(), z.string()).default({}),
  /** Begun in the cart, before anybody says who its order is for. */
  payment: z.object({ orderId: z.string(), intentId: z.string() }).nullable().default(null),
});

/** What an order remembers of the cart's, with what came of each. */
const cameTo = { takenMinor: z.number() };

export const saidSchema = z.object({
  taxes: z.array(taxItem.extend({ ...cameTo, onTop: z.boolean() })).default([]),
  discounts: z
    .array(
      customDiscount.extend({ ...cameTo, shares: z.record(z.string(), z.number()).default({}) }),
    )
    .default([]),
  groups: z.array(shippingGroup).default([]),
  itemGroups: z.record(z.string(), z.string()).default({}),
  inputs: z.record(z.string(), z.record(z.string(), z.json())).default({}),
});

export type TaxItem = z.infer<typeof taxItem>;
export type CustomDiscount = z.infer<typeof customDiscount>;
export type ShippingGroup = z.infer<typeof shippingGroup>;
export type CartExtras = z.infer<typeof extrasSchema>;

export const noExtras: CartExtras = extrasSchema.parse({});

export function extrasOf(stored: unknown): CartExtras {
  return stored === null || stored === undefined ? noExtras : extrasSchema.parse(stored);
}
