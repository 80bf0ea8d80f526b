import type Stripe from "stripe";
import { z } from "zod";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { currency, integer, metadata, oneOf, text } from "../params";
import type { Scope } from "../scope";

const bound = z.strictObject({
  unit: oneOf("business_day", "day", "hour", "month", "week"),
  value: integer(1),
});

export const shippingRateData = z.strictObject({
  delivery_estimate: z
    .strictObject({ maximum: bound.optional(), minimum: bound.optional() })
    .optional(),
  display_name: text(100),
  fixed_amount: z
    .strictObject({
      amount: integer(0),
      currency: currency(),
      currency_options: z.looseObject({}).optional(),
    })
    .optional(),
  metadata: metadata().optional(),
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified").optional(),
  tax_code: text().optional(),
  type: oneOf("fixed_amount").optional(),
});

export function makeShippingRate(
  scope: Scope,
  given: z.output<typeof shippingRateData>,
): Stripe.ShippingRate {
  const { delivery_estimate: estimate, fixed_amount } = given;
  return scope.store.shippingRates.save({
    id: newId("shr"),
    object: "shipping_rate",
    active: true,
    created: scope.now,
    delivery_estimate:
      estimate === undefined
        ? null
        : { maximum: estimate.maximum ?? null, minimum: estimate.minimum ?? null },
    display_name: given.display_name,
    ...(fixed_amount === undefined
      ? {}
      : { fixed_amount: { amount: fixed_amount.amount, currency: fixed_amount.currency } }),
    livemode: false,
    metadata: mergeMetadata({}, given.metadata),
    tax_behavior: given.tax_behavior ?? "unspecified",
    tax_code: given.tax_code ?? null,
    type: "fixed_amount",
  });
}
