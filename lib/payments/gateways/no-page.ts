import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";

/** For gateways that collect nothing on a page of theirs. @param message why, for whoever asked */
export function noPage(message: string): () => Promise<GatewayAnswer> {
  const failure = { code: "no_checkout", message };
  return () => Promise.resolve({ kind: "declined", failure, snapshot: null });
}
