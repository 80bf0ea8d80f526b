import type { ApiResult } from "../shared/api";
import type { Failure } from "./words";

/** The API's error in the shape of Terminal.js, with the intent that it is about. */
export function told(error: NonNullable<ApiResult<unknown>["error"]>): Failure {
  const { type, code, decline_code, payment_intent, message = "The payment failed." } = error;
  if (type === "api_connection_error") {
    // Nobody knows whether it happened: the intent must be looked up before trying again.
    const unknown = "The answer did not come. Retrieve the intent to see what happened.";
    return { error: { type, code: "network_error", message: unknown } };
  }
  return { error: { type, code, decline_code, payment_intent, message } };
}
