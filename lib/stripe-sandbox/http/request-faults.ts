import type { RequestFault } from "../control/faults";
import { invalidRequest, StripeError } from "../errors";

export const hasFault = (faults: readonly RequestFault[], name: RequestFault["kind"]["is"]) =>
  faults.some(({ kind }) => kind.is === name);

export const latencyOf = (faults: readonly RequestFault[]) =>
  faults.reduce((sum, { kind }) => (kind.is === "latency" ? sum + kind.ms : sum), 0);

/** The error that a fault of kind `status` wants instead of any effect. */
export function statusFault(faults: readonly RequestFault[]): StripeError | null {
  for (const { kind } of faults) {
    if (kind.is === "status") return errorFor(kind.status);
  }
  return null;
}

function errorFor(status: number): StripeError {
  if (status === 429) {
    return new StripeError(429, {
      type: "rate_limit_error",
      code: "rate_limit",
      message: "Request rate limit exceeded. Learn more: https://stripe.com/docs/rate-limits",
    });
  }
  if (status === 409) {
    return invalidRequest(
      "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.",
      { code: "lock_timeout" },
      409,
    );
  }
  return new StripeError(status, {
    type: "api_error",
    message: "An error occurred on demand of the sandbox's faults.",
  });
}
