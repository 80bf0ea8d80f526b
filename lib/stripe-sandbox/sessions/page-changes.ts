import type Stripe from "stripe";
import { z } from "zod";
import { addressOf, addressParams } from "../methods/contact-params";
import { integer, list, oneOf, text, unsettable } from "../params";

const named = z.strictObject({
  name: unsettable(text()).optional(),
  phone: unsettable(text()).optional(),
  address: unsettable(addressParams).optional(),
  ...addressParams.shape,
});

/** What the shopper's page may change while the session is open. */
export const pageChanges = {
  email: unsettable(text(512)).optional(),
  phone: unsettable(text()).optional(),
  name: unsettable(text()).optional(),
  shipping_address: unsettable(named).optional(),
  billing_address: unsettable(named).optional(),
  shipping_rate: text().optional(),
  promotion_code: unsettable(text()).optional(),
  line_items: list(z.strictObject({ id: text(), quantity: integer(0) })).optional(),
  tax_region: z.looseObject({}).optional(),
  remove_payment_method: text().optional(),
  business_name: unsettable(text(150)).optional(),
  tax_id: unsettable(z.strictObject({ type: text(), value: text() })).optional(),
  optional_items: list(z.strictObject({ price: text(), quantity: integer(0) })).optional(),
  custom_fields: list(z.strictObject({ key: text(), value: z.string().max(255) })).optional(),
  consent: z
    .strictObject({
      promotions: oneOf("opt_in", "opt_out").optional(),
      terms_of_service: oneOf("accepted").optional(),
    })
    .optional(),
};

const changeParams = z.strictObject(pageChanges);
export type PageChanges = z.output<typeof changeParams>;

type Named = z.output<typeof named>;

/** An address may come flat or below `address`. */
export function placeOf(given: Named): { name: string | null; address: Stripe.Address | null } {
  const { name = null, phone: _phone, address, ...flat } = given;
  return { name, address: addressOf(address ?? flat) };
}
