import type Stripe from "stripe";
import { randomText } from "../ids";
import type { Scope } from "../scope";
import type { ChallengeRecord } from "../store/records";

/** How the caller of a confirmation can handle what comes of it. */
export type Ways = {
  returnUrl: string | null;
  useStripeSdk: boolean;
  offSession: boolean;
  errorOnRequiresAction: boolean;
};

const VOUCHER_S = 3 * 86_400;

/** What the shopper must do, in the form that the caller can use. */
export function nextAction(
  scope: Scope,
  challenge: ChallengeRecord,
  amount: number,
  ways: Ways | null,
): Stripe.PaymentIntent.NextAction {
  const page = `${scope.world.origin}/challenge/${challenge.id}`;
  if (challenge.kind === "voucher") {
    scope.after(VOUCHER_S, "expire_voucher", challenge.intent);
    return voucher(scope, challenge, page);
  }
  const isSdk = challenge.kind === "three_d_secure" && ways?.returnUrl === null;
  if (isSdk || (challenge.kind === "three_d_secure" && ways?.useStripeSdk === true)) {
    return {
      type: "use_stripe_sdk",
      use_stripe_sdk: {
        type: "three_d_secure_redirect",
        stripe_js: `${page}?embedded=1`,
        source: challenge.id,
      },
    };
  }
  const redirect = { url: page, return_url: ways?.returnUrl ?? null };
  if (challenge.paymentMethodType !== "alipay") {
    return { type: "redirect_to_url", redirect_to_url: redirect };
  }
  return {
    type: "alipay_handle_redirect",
    alipay_handle_redirect: { ...redirect, native_data: null, native_url: null },
  };
}

function voucher(
  scope: Scope,
  challenge: ChallengeRecord,
  page: string,
): Stripe.PaymentIntent.NextAction {
  const expires = scope.now + VOUCHER_S;
  const number = randomText(20).toUpperCase();
  if (challenge.paymentMethodType === "boleto") {
    return {
      type: "boleto_display_details",
      boleto_display_details: { expires_at: expires, hosted_voucher_url: page, number, pdf: page },
    };
  }
  if (challenge.paymentMethodType === "konbini") {
    return {
      type: "konbini_display_details",
      konbini_display_details: {
        expires_at: expires,
        hosted_voucher_url: page,
        stores: { familymart: null, lawson: null, ministop: null, seicomart: null },
      },
    };
  }
  return {
    type: "oxxo_display_details",
    oxxo_display_details: { expires_after: expires, hosted_voucher_url: page, number },
  };
}
