import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/**
 * Stripe's codes of declines and errors, by what a shopper can do about them. A stolen card is not called
 * stolen: whoever holds it need not know. Codes: https://docs.stripe.com/declines/codes
 */
const known = {
  insufficient_funds: "insufficient_funds",
  withdrawal_count_limit_exceeded: "limit",
  card_velocity_exceeded: "limit",
  expired_card: "expired_card",
  incorrect_cvc: "incorrect_cvc",
  invalid_cvc: "incorrect_cvc",
  incorrect_number: "incorrect_number",
  invalid_number: "incorrect_number",
  processing_error: "processing_error",
  card_not_supported: "not_supported",
  currency_not_supported: "not_supported",
  account_closed: "account_closed",
  bank_account_closed: "account_closed",
  payment_method_customer_decline: "customer_decline",
  payment_method_provider_decline: "customer_decline",
  authentication_required: "authentication",
  payment_intent_authentication_failure: "authentication",
  try_again_later: "try_later",
  reenter_transaction: "try_later",
  issuer_not_available: "try_later",
  payment_method_provider_timeout: "timeout",
  never_arrived: "timeout",
  debit_not_authorized: "debit_not_authorized",
  payment_intent_payment_attempt_expired: "expired",
} as const satisfies Record<string, string>;

const isKnown = (code: string): code is keyof typeof known => Object.hasOwn(known, code);

/**
 * Why a payment did not work, in a sentence of the shopper's own language. What the gateway wrote is for
 * merchants: it is English, whoever reads it.
 */
export function failureWords(code: string, locale: Locale): string {
  return translator(locale, "failures")(isKnown(code) ? known[code] : "generic");
}
