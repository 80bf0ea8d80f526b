/**
 * Every refusal that the domain can give. The list is closed: each edge (a dialect, a form) owns a
 * table from these codes to its own words, and a new code does not compile until it has a row there.
 */
export const errorCodes = [
  "invalid_input",
  "not_found",
  "forbidden",
  "cart_empty",
  "cart_changed",
  "out_of_stock",
  "price_unavailable",
  "shipping_unavailable",
  "order_not_payable",
  "order_cancelled",
  "nothing_to_capture",
  "nothing_to_refund",
  "nothing_to_void",
  "amount_too_large",
  "amount_invalid",
  "currency_mismatch",
  "wrong_state",
  "key_reused",
  "key_in_progress",
  "gateway_disabled",
  "gateway_cannot",
  "gateway_declined",
  "gateway_down",
  "too_many_attempts",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal: the request was understood, and nothing was changed. `message` is safe to show. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly facts: Facts = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
