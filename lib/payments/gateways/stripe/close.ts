import type { GatewayLook } from "@/lib/payments/core/gateway-answers";
import type { PaymentState } from "@/lib/payments/core/types";
import type { Scope } from "./scope";
import { readError } from "./errors";
import { look } from "./look";

/**
 * Makes sure that nobody can pay this payment any more, then looks how it ended: it may turn out to
 * have been paid a moment ago, and what we tried to close is then simply paid.
 */
export async function close(scope: Scope, payment: PaymentState): Promise<GatewayLook> {
  const { client, options } = scope;
  const before = await look(scope, payment);
  if (before.kind !== "seen") return before;
  const { state, gatewayRef, sessionRef } = before.snapshot;
  if (state === "closed" || state === "captured" || state === "authorized") return before;
  try {
    if (sessionRef !== null) await client.checkout.sessions.expire(sessionRef, {}, options);
    else if (gatewayRef !== null) await client.paymentIntents.cancel(gatewayRef, {}, options);
  } catch (error) {
    const refusal = readError(error);
    // A refusal means that it is not open any more: what it is instead, the look below says.
    if (refusal.kind === "unknown") return refusal;
  }
  return look(scope, { ...payment, gatewayRef, sessionRef });
}
