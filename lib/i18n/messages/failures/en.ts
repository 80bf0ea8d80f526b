/** Why a payment did not work, as its shopper is told. `lib/payments/failure-words.ts` chooses. */
export default {
  generic: "Your bank did not accept the payment.",
  insufficient_funds: "There is not enough money on the card or account.",
  expired_card: "The card has expired.",
  incorrect_cvc: "The security code is not right.",
  incorrect_number: "The card number is not right.",
  processing_error: "Something went wrong while the payment was processed.",
  not_supported: "This card or account cannot be used for this purchase.",
  account_closed: "The bank account is closed.",
  customer_decline: "The payment was declined or cancelled on the way.",
  authentication: "The payment was not confirmed with the bank.",
  limit: "The card has reached its limit.",
  try_later: "The bank could not decide just now.",
  timeout: "The bank did not answer in time.",
  debit_not_authorized: "The debit was not authorized.",
  expired: "The time to pay was over.",
} as const;
