import type Stripe from "stripe";
import { z } from "zod";
import { text, unsettable } from "../params";

/** Addresses and people, as several endpoints take them. */
const line = () => unsettable(text()).optional();

export const addressParams = z.strictObject({
  city: line(),
  country: line(),
  line1: line(),
  line2: line(),
  postal_code: line(),
  state: line(),
});

export const billingParams = z.strictObject({
  address: unsettable(addressParams).optional(),
  email: line(),
  name: line(),
  phone: line(),
  tax_id: line(),
});

export const shippingParams = z.strictObject({
  address: addressParams,
  name: text(),
  phone: line(),
  carrier: line(),
  tracking_number: line(),
});

export type AddressInput = z.output<typeof addressParams>;
export type BillingInput = z.output<typeof billingParams>;

export function addressOf(input: AddressInput | null | undefined): Stripe.Address | null {
  if (input === null || input === undefined) return null;
  const { city, country, line1, line2, postal_code, state } = input;
  return {
    city: city ?? null,
    country: country ?? null,
    line1: line1 ?? null,
    line2: line2 ?? null,
    postal_code: postal_code ?? null,
    state: state ?? null,
  };
}

const noAddress: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** Given fields replace, missing ones stay. A payment method always has an address object. */
export function billingOf(
  input: BillingInput | undefined,
  before?: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod.BillingDetails {
  const keep = <T>(given: T | null | undefined, old: T | null | undefined): T | null =>
    given === undefined ? (old ?? null) : given;
  return {
    address:
      input?.address === undefined
        ? (before?.address ?? noAddress)
        : (addressOf(input.address) ?? noAddress),
    email: keep(input?.email, before?.email),
    name: keep(input?.name, before?.name),
    phone: keep(input?.phone, before?.phone),
    tax_id: keep(input?.tax_id, before?.tax_id),
  };
}

export function shippingOf(
  input: z.output<typeof shippingParams> | null,
): Stripe.PaymentIntent.Shipping | null {
  if (input === null) return null;
  return {
    address: addressOf(input.address) ?? noAddress,
    carrier: input.carrier ?? null,
    name: input.name,
    phone: input.phone ?? null,
    tracking_number: input.tracking_number ?? null,
  };
}
