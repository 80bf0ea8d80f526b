import type Stripe from "stripe";
import { optionsOf } from "../payments/make-intent";
import type { SessionState } from "../store/records";
import type { CreateSession } from "./session-params";

export const noDetails: Stripe.Checkout.Session.CustomerDetails = {
  address: null,
  business_name: null,
  email: null,
  individual_name: null,
  name: null,
  phone: null,
  tax_exempt: "none",
  tax_ids: null,
};

export function discountsOf(state: SessionState): Stripe.Checkout.Session.Discount[] {
  if (state.discount === null) return [];
  const { coupon, promotionCode } = state.discount;
  return [{ coupon: promotionCode === null ? coupon : null, promotion_code: promotionCode }];
}

export function sessionOptions(given: CreateSession): Stripe.Checkout.Session.PaymentMethodOptions {
  const asked = optionsOf(given.payment_method_options, null).card?.request_three_d_secure;
  return { card: { request_three_d_secure: asked ?? "automatic" } };
}

export function savedOptions(
  given: CreateSession,
): Stripe.Checkout.Session.SavedPaymentMethodOptions | null {
  const options = given.saved_payment_method_options;
  if (options === undefined && given.customer === undefined) return null;
  return {
    allow_redisplay_filters: options?.allow_redisplay_filters ?? ["always"],
    payment_method_remove: options?.payment_method_remove ?? "disabled",
    payment_method_save: options?.payment_method_save ?? null,
  };
}

export function optionalOf(given: CreateSession): Stripe.Checkout.Session["optional_items"] {
  return (
    given.optional_items?.map(({ price, quantity, adjustable_quantity: limits }) => ({
      price,
      quantity,
      adjustable_quantity:
        limits === undefined
          ? null
          : {
              enabled: limits.enabled,
              maximum: limits.maximum ?? 99,
              minimum: limits.minimum ?? 0,
            },
    })) ?? null
  );
}
