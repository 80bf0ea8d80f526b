import type { TransactionState } from "@/lib/payments/core/types";
import { RequestError } from "./errors";

/** Those that the gateway has a code of its own for; every other one is the bank's reason for a declined card. */
const cardCodes = new Set([
  "authentication_required",
  "expired_card",
  "incorrect_cvc",
  "incorrect_number",
  "invalid_cvc",
  "invalid_expiry_month",
  "invalid_expiry_year",
  "payment_intent_authentication_failure",
  "processing_error",
]);

/** Those that say what was wrong with the question, and nothing of a card. */
const requestCodes =
  /^(resource_|parameter_|amount_|currency_|token_|charge_|customer_|invalid_request|payment_method_|setup_|account_|url_)/;

/** The gateway said no: the clients expect its words as an error. @throws RequestError 400 */
export function requireNotDeclined(transaction: TransactionState | undefined): void {
  if (transaction?.status !== "failed") return;
  const { failureMessage, gatewayRef, paymentId } = transaction;
  const message = failureMessage ?? "The payment was declined.";
  const intent = gatewayRef?.startsWith("pi_") ? { payment_intent: { id: gatewayRef } } : {};
  const error = { ...codesOf(transaction.failureCode ?? "card_declined"), message, ...intent };
  const title = "Payment gateway processing failed";
  const meta = { error, transaction_id: paymentId };
  throw new RequestError(400, [{ title, detail: message, meta }]);
}

function codesOf(failureCode: string) {
  if (requestCodes.test(failureCode))
    return { type: "invalid_request_error", ...coded(failureCode) };
  if (failureCode === "card_declined" || cardCodes.has(failureCode)) {
    return { type: "card_error", ...coded(failureCode) };
  }
  return { type: "card_error", ...coded("card_declined"), decline_code: failureCode };
}

const coded = (code: string) => ({
  code,
  doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`,
});
