import { DomainError } from "@/lib/errors";
import type { PaymentState } from "@/lib/payments/core/types";
import type { Capability } from "./gateway";
import { gatewayFor } from "./registry";

/** @throws DomainError gateway_cannot, before anything is written */
export function requireCapability(
  { gateway }: Pick<PaymentState, "gateway">,
  capability: Capability,
): void {
  if (gatewayFor(gateway).capabilities.has(capability)) return;
  const what = capability.replaceAll("_", " ");
  throw new DomainError("gateway_cannot", `The ${gateway} gateway has no ${what}.`, { gateway });
}
