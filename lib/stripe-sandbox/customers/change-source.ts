import type Stripe from "stripe";
import { z } from "zod";
import { mergeMetadata } from "../metadata";
import { integer, metadata, oneOf, text, unsettable } from "../params";

const line = () => unsettable(text()).optional();

export const sourceChanges = z.strictObject({
  account_holder_name: line(),
  account_holder_type: oneOf("company", "individual").optional(),
  address_city: line(),
  address_country: line(),
  address_line1: line(),
  address_line2: line(),
  address_state: line(),
  address_zip: line(),
  exp_month: integer(1, 12).optional(),
  exp_year: integer().optional(),
  metadata: metadata().optional(),
  name: line(),
  owner: z.looseObject({}).optional(),
});

/** A card or bank account with what was changed of it; it is kept as a payment method. */
export function changedSource(
  method: Stripe.PaymentMethod,
  given: z.output<typeof sourceChanges>,
): Stripe.PaymentMethod {
  const { address, name } = method.billing_details;
  const or = (value: string | null | undefined, old: string | null | undefined) =>
    value === undefined ? (old ?? null) : value;
  const { card } = method;
  return {
    ...method,
    billing_details: {
      ...method.billing_details,
      address: {
        city: or(given.address_city, address?.city),
        country: or(given.address_country, address?.country),
        line1: or(given.address_line1, address?.line1),
        line2: or(given.address_line2, address?.line2),
        postal_code: or(given.address_zip, address?.postal_code),
        state: or(given.address_state, address?.state),
      },
      name: or(given.name ?? given.account_holder_name, name),
    },
    ...(card === undefined
      ? {}
      : {
          card: {
            ...card,
            exp_month: given.exp_month ?? card.exp_month,
            exp_year: given.exp_year ?? card.exp_year,
          },
        }),
    metadata: mergeMetadata(method.metadata ?? {}, given.metadata),
  };
}
