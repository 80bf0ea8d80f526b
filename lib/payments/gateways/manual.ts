import type { GatewayAnswer } from "@/lib/payments/core/gateway-answers";
import type { Ask, Gateway } from "./gateway";
import { noPage } from "./no-page";

const pageless = noPage("An offline payment has no page.");

/**
 * Money that moves outside of any gateway: a bank transfer, cash, another processor. A merchant says
 * that it happened, and that is all there is to ask.
 */
export const manualGateway: Gateway = {
  id: "manual",
  capabilities: new Set(["authorize", "partial_capture", "partial_refund", "void"]),
  pay: done,
  capture: done,
  refund: done,
  void: done,
  openCheckout: pageless,
  amendCheckout: pageless,
  look: () => Promise.resolve({ kind: "nothing" }),
  lookAtRef: () => Promise.resolve({ kind: "nothing" }),
  takenSince: () => Promise.resolve([]),
  close: () => Promise.resolve({ kind: "nothing" }),
};

function done({ transaction }: Ask): Promise<GatewayAnswer> {
  return Promise.resolve({
    kind: "succeeded",
    gatewayRef: `manual_${transaction.id}`,
    snapshot: null,
  });
}
