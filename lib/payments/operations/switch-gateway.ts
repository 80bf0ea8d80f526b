import { DomainError } from "@/lib/errors";
import type { GatewayId } from "@/lib/payments/core/types";
import { isConfigured } from "@/lib/payments/gateways/registry";
import {
  readGatewaySettings,
  saveGatewaySettings,
  type GatewaySettings,
} from "@/lib/payments/store/gateway-settings";

export type GatewayState = { id: GatewayId; enabled: boolean };

/** Whether each takes payments: a merchant wants it to, and this process knows its keys. */
export async function gatewayStates(): Promise<Record<GatewayId, GatewayState>> {
  const settings = await readGatewaySettings();
  const state = (id: GatewayId) => ({ id, enabled: settings[id].enabled && isConfigured(id) });
  return {
    manual: state("manual"),
    stripe: state("stripe"),
    stripe_connect: state("stripe_connect"),
    gift_card: state("gift_card"),
  };
}

/**
 * Lets a gateway take payments, or stops it. Payments that it has taken can still be captured and refunded.
 * @throws DomainError gateway_disabled when it has no keys
 */
export async function switchGateway(id: GatewayId, enabled: boolean): Promise<void> {
  if (enabled && !isConfigured(id)) {
    throw new DomainError("gateway_disabled", `The ${id} gateway has no keys in the settings`);
  }
  const settings: GatewaySettings = await readGatewaySettings();
  await saveGatewaySettings({ ...settings, [id]: { ...settings[id], enabled } });
}
