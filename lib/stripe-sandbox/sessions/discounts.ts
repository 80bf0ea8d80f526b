import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";

type Wanted = { coupon?: string | undefined; promotion_code?: string | undefined } | undefined;

/** The discount that was given when the session was made. */
export function discountFor(scope: Scope, wanted: Wanted): SessionState["discount"] {
  if (wanted?.promotion_code !== undefined) {
    const codes = scope.store.promotionCodes;
    const code = findOr(
      codes,
      "promotion code",
      wanted.promotion_code,
      "discounts[0][promotion_code]",
      400,
    );
    return { coupon: couponOf(scope, code).id, promotionCode: code.id };
  }
  if (wanted?.coupon === undefined) return null;
  const coupon = findOr(scope.store.coupons, "coupon", wanted.coupon, "discounts[0][coupon]", 400);
  checkCoupon(scope, coupon);
  return { coupon: coupon.id, promotionCode: null };
}

/** The discount of a code that the shopper typed, or the error that Stripe.js shows. */
export function discountOfCode(
  scope: Scope,
  typed: string,
  subtotal: number,
): NonNullable<SessionState["discount"]> {
  const code = scope.store.promotionCodes
    .by("code", typed.trim().toLowerCase())
    .find((entry) => entry.active);
  if (code === undefined) throw invalidCode("This promotion code is invalid.");
  const { minimum_amount } = code.restrictions;
  if (minimum_amount !== null && subtotal < minimum_amount) {
    throw invalidCode("This promotion code cannot be redeemed: the order is below its minimum.");
  }
  return { coupon: couponOf(scope, code).id, promotionCode: code.id };
}

function couponOf(scope: Scope, code: Stripe.PromotionCode): Stripe.Coupon {
  const coupon = scope.store.coupons.find(idOf(code.promotion.coupon) ?? "");
  const expired = code.expires_at !== null && code.expires_at <= scope.now;
  const usedUp = code.max_redemptions !== null && code.times_redeemed >= code.max_redemptions;
  if (coupon === undefined || !code.active || expired || usedUp) {
    throw invalidCode("This promotion code has expired.");
  }
  checkCoupon(scope, coupon);
  return coupon;
}

function checkCoupon(scope: Scope, coupon: Stripe.Coupon): void {
  const expired = coupon.redeem_by !== null && coupon.redeem_by <= scope.now;
  const usedUp = coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions;
  if (!expired && !usedUp && coupon.valid) return;
  throw invalidRequest(`Coupon expired: ${coupon.id}`, { code: "coupon_expired", param: "coupon" });
}

const invalidCode = (message: string) =>
  invalidRequest(message, { code: "promotion_code_invalid", param: "promotion_code" });

/** Counts a redemption, when a session with a discount is completed. */
export function redeem(scope: Scope, discount: SessionState["discount"]): void {
  if (discount === null) return;
  const coupon = scope.store.coupons.find(discount.coupon);
  if (coupon !== undefined) {
    scope.store.coupons.save({ ...coupon, times_redeemed: coupon.times_redeemed + 1 });
  }
  const code = scope.store.promotionCodes.find(discount.promotionCode ?? "");
  if (code !== undefined) {
    scope.store.promotionCodes.save({ ...code, times_redeemed: code.times_redeemed + 1 });
  }
}
