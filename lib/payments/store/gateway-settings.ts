import { z } from "zod";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { GatewayId } from "@/lib/payments/core/types";
import { isConfigured } from "@/lib/payments/gateways/registry";

const KEY = "gateways";

export const gatewaySettingsSchema = z.object({
  manual: z.object({ enabled: z.boolean() }).default({ enabled: true }),
  stripe: z
    .object({
      enabled: z.boolean(),
      /** How the checkout takes money: at once, or held until a merchant captures it. */
      checkoutMethod: z.enum(["purchase", "authorize"]).default("purchase"),
      /**
       * Who captures what a checkout holds: a merchant, or the store by itself as soon as the order's
       * goods are confirmed.
       */
      captureWhen: z.enum(["merchant", "stock_confirmed"]).default("merchant"),
      /** Asks for holds that can be captured in several parts, where the card allows it. */
      severalCaptures: z.boolean().default(true),
    })
    .default({
      enabled: true,
      checkoutMethod: "purchase",
      captureWhen: "merchant",
      severalCaptures: true,
    }),
  stripe_connect: z
    .object({
      enabled: z.boolean(),
      /** The platform's share of each payment, in hundredths of a percent. */
      applicationFeeBasisPoints: z.int().min(0).max(10_000).default(0),
    })
    .default({ enabled: true, applicationFeeBasisPoints: 0 }),
  gift_card: z.object({ enabled: z.boolean() }).default({ enabled: true }),
});
export type GatewaySettings = z.infer<typeof gatewaySettingsSchema>;

export async function readGatewaySettings(): Promise<GatewaySettings> {
  const db = await database();
  const [row] = await db.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM settings WHERE key = ${KEY}`;
  return gatewaySettingsSchema.parse(row?.value ?? {});
}

export async function saveGatewaySettings(settings: GatewaySettings): Promise<void> {
  const value = gatewaySettingsSchema.parse(settings);
  const db = await database();
  const data = { key: KEY, value };
  await db.setting.upsert({ where: { key: KEY }, create: data, update: data });
}

/** @throws DomainError gateway_disabled */
export async function requireGateway(id: GatewayId): Promise<GatewaySettings> {
  const settings = await readGatewaySettings();
  if (settings[id].enabled && isConfigured(id)) return settings;
  throw new DomainError("gateway_disabled", `The ${id} gateway is switched off.`, { gateway: id });
}
