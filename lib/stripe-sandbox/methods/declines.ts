/** What a bank says when it refuses: the error's code, and the bank's own in more detail. */
export type Decline = { code: string; decline_code?: string; message: string; param?: string };

/** `generic_decline`'s message is also what an unknown code would say. */
export function declined(decline_code: string, message: string): Decline {
  return { code: "card_declined", decline_code, message };
}

export const genericDecline = declined("generic_decline", "Your card was declined.");
export const insufficientFunds = declined(
  "insufficient_funds",
  "Your card has insufficient funds.",
);
export const expired: Decline = {
  code: "expired_card",
  decline_code: "expired_card",
  message: "Your card has expired.",
  param: "exp_month",
};
export const wrongCvc: Decline = {
  code: "incorrect_cvc",
  decline_code: "incorrect_cvc",
  message: "Your card's security code is incorrect.",
  param: "cvc",
};
export const processing: Decline = {
  code: "processing_error",
  decline_code: "processing_error",
  message: "An error occurred while processing your card. Try again in a little bit.",
};
