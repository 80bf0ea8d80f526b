import { cardError, invalidRequest } from "../errors";
import type { Scope } from "../scope";
import { cardByNumber, passesLuhn, type TestCard } from "./test-cards";

export type RawCard = {
  number: string;
  exp_month: number;
  exp_year: number;
  cvc?: string | undefined;
};

/** Finds the test card behind what was typed, or throws the card error that Stripe would answer. */
export function readCard(scope: Scope, raw: RawCard, prefix = ""): TestCard {
  const number = raw.number.replaceAll(/[\s-]/g, "");
  const refuse = (param: string, code: string, message: string) =>
    cardError({ code, message, param: `${prefix}${param}` });
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw refuse("number", "incorrect_number", "Your card number is incorrect.");
  }
  if (raw.exp_month < 1 || raw.exp_month > 12) {
    throw refuse("exp_month", "invalid_expiry_month", "Your card's expiration month is invalid.");
  }
  if (isPast(scope, raw.exp_month, fullYear(raw.exp_year))) {
    throw refuse("exp_year", "invalid_expiry_year", "Your card's expiration year is invalid.");
  }
  const card = cardByNumber(number);
  if (raw.cvc !== undefined && !cvcFits(raw.cvc, card?.brand)) {
    throw refuse("cvc", "invalid_cvc", "Your card's security code is invalid.");
  }
  if (card !== null) return card;
  throw cardError({
    code: "card_declined",
    decline_code: "test_mode_live_card",
    message:
      "Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
  });
}

/** Two digits are this century. */
export const fullYear = (year: number) => (year < 100 ? 2000 + year : year);

function isPast(scope: Scope, month: number, year: number): boolean {
  const today = new Date(scope.now * 1000);
  const thisYear = today.getUTCFullYear();
  if (year > thisYear + 50) return true;
  return year < thisYear || (year === thisYear && month < today.getUTCMonth() + 1);
}

function cvcFits(cvc: string, brand: string | undefined): boolean {
  return brand === "amex" ? /^\d{3,4}$/.test(cvc) : /^\d{3}$/.test(cvc);
}

/** 402: raw numbers are for browsers, so that servers never see them. */
export const rawCardRefused = () =>
  invalidRequest(
    "Sending credit card numbers directly to the Stripe API is generally unsafe. To continue processing use Stripe.js, the Stripe mobile bindings, or Stripe Elements. For more information, see https://dashboard.stripe.com/account/integration/settings. If you are qualified to handle card data directly, see https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis.",
    {},
    402,
  );
