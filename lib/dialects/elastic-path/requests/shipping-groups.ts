import { z } from "zod";
import type { NewGroup } from "@/lib/cart/named/extras/change";
import { address } from "./orders";
import { optionalText, text } from "./parts";

/** The parcels of a cart, and what they cost to send. */
const minor = z.int().min(0).max(99_999_999);

const shippingPrice = z
  .strictObject({
    total: minor.optional(),
    base: minor.optional(),
    tax: minor.optional(),
    fees: minor.optional(),
    discount: minor.optional(),
  })
  .refine((price) => totalOf(price) >= 0, {
    path: ["discount"],
    error: "More is taken off than sending costs",
  });

type Price = {
  total?: number | undefined;
  base?: number | undefined;
  tax?: number | undefined;
  fees?: number | undefined;
  discount?: number | undefined;
};

const totalOf = ({ total, base = 0, tax = 0, fees = 0, discount: off = 0 }: Price) =>
  total ?? base + tax + fees - off;

/** One official client says "shipping-type" for the type. */
export const groupRequest = z.strictObject({
  data: z.strictObject({
    type: z.enum(["shipping_group", "shipping-type"]).optional(),
    id: text(100).optional(),
    shipping_type: optionalText(100),
    tracking_reference: optionalText(200),
    external_ref: optionalText(64),
    shipping_price: shippingPrice.optional(),
    address: address.nullish(),
    includes_tax: z.boolean().optional(),
    delivery_estimate: z.strictObject({ start: optionalText(50), end: optionalText(50) }).nullish(),
  }),
});

type Group = z.infer<typeof groupRequest>["data"];

export function groupChange(given: Group): Partial<NewGroup> {
  const { shipping_price: price } = given;
  return {
    ...(given.shipping_type != null && { shippingType: given.shipping_type }),
    ...(given.tracking_reference != null && { trackingReference: given.tracking_reference }),
    ...(given.external_ref != null && { externalRef: given.external_ref }),
    ...(given.includes_tax !== undefined && { includesTax: given.includes_tax }),
    ...(price && { price: groupPrice(price) }),
    ...(given.address && { address: plain(given.address) }),
    ...(given.delivery_estimate && { deliveryEstimate: plain(given.delivery_estimate) }),
  };
}

export const newGroup = (given: Group): NewGroup => ({
  shippingType: "",
  trackingReference: "",
  externalRef: "",
  includesTax: true,
  price: groupPrice({}),
  address: null,
  deliveryEstimate: null,
  ...groupChange(given),
});

const groupPrice = (price: Price): NewGroup["price"] => ({
  baseMinor: price.base ?? price.total ?? 0,
  feesMinor: price.fees ?? 0,
  taxMinor: price.tax ?? 0,
  discountMinor: price.discount ?? 0,
  totalMinor: totalOf(price),
});

/** Without what was left out. */
const plain = (given: Record<string, string | null | undefined>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
