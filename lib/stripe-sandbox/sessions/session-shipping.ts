import type Stripe from "stripe";
import { missingParam } from "../errors";
import { findOr } from "../find";
import type { Scope } from "../scope";
import type { ShippingOptionInput } from "./session-parts";
import { makeShippingRate } from "./shipping-rate-params";

/** The rates of a session, made where they are given inline. */
export function shippingOptions(scope: Scope, given: readonly ShippingOptionInput[]): string[] {
  return given.map((option, at) => {
    if (option.shipping_rate_data !== undefined) {
      return makeShippingRate(scope, option.shipping_rate_data).id;
    }
    if (option.shipping_rate === undefined) {
      throw missingParam(`shipping_options[${at}][shipping_rate]`);
    }
    const param = `shipping_options[${at}][shipping_rate]`;
    return findOr(scope.store.shippingRates, "shipping rate", option.shipping_rate, param, 400).id;
  });
}

export function shippingOptionsOf(
  scope: Scope,
  rates: readonly string[],
): Stripe.Checkout.Session.ShippingOption[] {
  return rates.map((shipping_rate) => ({
    shipping_rate,
    shipping_amount: scope.store.shippingRates.find(shipping_rate)?.fixed_amount?.amount ?? 0,
  }));
}
