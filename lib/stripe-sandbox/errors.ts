import type Stripe from "stripe";

/**
 * Everything that Stripe refuses is thrown as a `StripeError`. The status and the body are what goes
 * over the wire. A thrown error undoes what its request did, except a decline: the failed charge and
 * the intent's `last_payment_error` are real effects and are kept (`keepsEffects`).
 */
export type ErrorBody = {
  type:
    "api_error" | "card_error" | "idempotency_error" | "invalid_request_error" | "rate_limit_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  network_decline_code?: string;
  charge?: string;
  doc_url?: string;
  payment_method_type?: string;
  payment_intent?: Stripe.PaymentIntent;
  setup_intent?: Stripe.SetupIntent;
  payment_method?: Stripe.PaymentMethod;
  request_log_url?: string;
};

export class StripeError extends Error {
  override readonly name = "StripeError";
  readonly body: ErrorBody;

  constructor(
    readonly status: number,
    body: ErrorBody,
    readonly keepsEffects = false,
  ) {
    super(body.message);
    this.body =
      body.code === undefined || body.doc_url !== undefined || body.code.startsWith("sandbox_")
        ? body
        : { ...body, doc_url: docUrl(body.code) };
  }
}

const docUrl = (code: string) => `https://docs.stripe.com/error-codes/${code.replaceAll("_", "-")}`;

type Facts = Partial<Omit<ErrorBody, "type" | "message">>;

/** 400 `invalid_request_error`: the most common refusal. */
export function invalidRequest(message: string, facts: Facts = {}, status = 400): StripeError {
  return new StripeError(status, { type: "invalid_request_error", message, ...facts });
}

/** `No such customer: 'cus_1'`: 404 when the id is in the path, 400 when it is a parameter. */
export function missingResource(
  kind: string,
  id: string,
  param: string,
  status = 404,
): StripeError {
  return invalidRequest(`No such ${kind}: '${id}'`, { code: "resource_missing", param }, status);
}

export function missingParam(param: string): StripeError {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}

export function unknownParams(params: readonly string[]): StripeError {
  const [param = ""] = params;
  const noun = params.length > 1 ? "parameters" : "parameter";
  return invalidRequest(`Received unknown ${noun}: ${params.join(", ")}`, {
    code: "parameter_unknown",
    param,
  });
}

/** 402 `card_error`. What the attempt did is kept, as Stripe keeps it. */
export function cardError(body: Omit<ErrorBody, "type">): StripeError {
  return new StripeError(402, { type: "card_error", ...body }, true);
}

export function apiError(message: string): StripeError {
  return new StripeError(500, { type: "api_error", message });
}
