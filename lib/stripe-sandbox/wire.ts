import type Stripe from "stripe";

/**
 * The SDK turns a few decimal strings into `Decimal` objects while it reads an answer. What travels is
 * the string, so these are the SDK's types with that one difference.
 */
export type Price = Omit<Stripe.Price, "unit_amount_decimal" | "tiers" | "currency_options"> & {
  unit_amount_decimal: string | null;
};

export type LineItem = Omit<Stripe.LineItem, "price"> & { price: Price | null };

/** An event whose object is any of the sandbox's; `Scope.emit` checks the pairs by the SDK's types. */
export type SandboxEvent = Omit<Stripe.Event, "data" | "type"> & {
  type: string;
  data: { object: object; previous_attributes?: object };
};
