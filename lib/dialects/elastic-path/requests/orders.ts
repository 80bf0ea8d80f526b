import { z } from "zod";
import type { ClientAddress } from "@/lib/orders/client-address";
import type { ClientOrderDetails } from "@/lib/checkout/operations/write-client-order";
import { optionalText, text } from "./parts";

/** Clients send whole address resources back, with what we call them and never what we need. */
const ignored = { id: z.string().nullish(), type: z.string().nullish() };

export const addressFields = z.strictObject({
  ...ignored,
  name: optionalText(200),
  first_name: text(100).min(1),
  last_name: text(100).min(1),
  company_name: optionalText(200),
  line_1: text(200).min(1),
  line_2: optionalText(200),
  city: optionalText(100),
  postcode: text(32),
  county: optionalText(100),
  region: optionalText(100),
  country: text(100).min(2),
  phone_number: optionalText(50),
  instructions: optionalText(1_000),
  delivery_instructions: optionalText(1_000),
});

export const address = addressFields.refine(
  ({ county, region }) => typeof county === "string" || typeof region === "string",
  {
    path: ["county"],
    error: "county is required",
  },
);

const known = z.strictObject({ id: text(64).min(1) });
const person = z.strictObject({ name: text(200).min(1), email: z.email().max(200) });

const common = {
  billing_address: address,
  shipping_address: address.nullish(),
  order_number: text(32).min(1).optional(),
  external_ref: text(64).min(1).optional(),
};

export const checkoutRequest = z.strictObject({
  data: z.union([
    z.strictObject({ customer: z.union([person, known]), ...common }),
    z.strictObject({
      account: z.strictObject({ id: z.uuid(), member_id: z.uuid().optional() }).optional(),
      contact: person,
      ...common,
    }),
  ]),
});

export type Checkout = z.infer<typeof checkoutRequest>["data"];

/** Whom an order is for: an account, or a name and an address that were typed. */
export type Buyer = { shopperId: string | null; name: string; email: string };

/** An account, or a name and an address that were typed. */
export const buyerSaid = (data: Checkout): z.infer<typeof person> | z.infer<typeof known> =>
  "customer" in data ? data.customer : data.contact;

export function orderDetailsOf(data: Checkout, buyer: Buyer): ClientOrderDetails {
  const billingAddress = addressOf(data.billing_address);
  const account = "account" in data ? data.account : undefined;
  return {
    ...buyer,
    billingAddress,
    shippingAddress: data.shipping_address ? addressOf(data.shipping_address) : billingAddress,
    clientNumber: data.order_number,
    externalRef: data.external_ref,
    client: {
      ...("contact" in data && { byContact: true }),
      ...(account && { accountId: account.id }),
      ...(account?.member_id && { memberId: account.member_id }),
    },
  };
}

/** "us" is a code; what is no code ("United Kingdom") stays as it was written. */
const countryOf = (country: string) => (country.length === 2 ? country.toUpperCase() : country);

export function addressOf(given: z.infer<typeof address>): ClientAddress {
  return {
    name: `${given.first_name} ${given.last_name}`,
    firstName: given.first_name,
    lastName: given.last_name,
    company: given.company_name ?? "",
    line1: given.line_1,
    line2: given.line_2 ?? "",
    city: given.city ?? "",
    region: given.region || given.county || "",
    county: given.county ?? "",
    givenRegion: given.region ?? "",
    postalCode: given.postcode,
    country: countryOf(given.country),
    phone: given.phone_number ?? "",
    instructions: given.instructions ?? given.delivery_instructions ?? "",
  };
}

export const updateOrderRequest = z.strictObject({
  data: z
    .strictObject({
      type: z.literal("order").optional(),
      id: z.string().optional(),
      status: z.literal("cancelled").optional(),
      shipping: z.literal("fulfilled").optional(),
      shipping_address: address.optional(),
      order_number: text(32).min(1).optional(),
      external_ref: text(64).min(1).optional(),
    })
    .refine(({ status, shipping }) => status === undefined || shipping === undefined, {
      path: ["status"],
      error: "An order is cancelled or fulfilled, not both",
    }),
});

export const anonymizeRequest = z.strictObject({
  data: z.strictObject({ order_ids: z.array(z.uuid()).min(1).max(100) }),
});
