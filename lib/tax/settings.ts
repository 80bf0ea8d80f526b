import { z } from "zod";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

const KEY = "tax";

/**
 * source: the merchant's own rates, or Stripe Tax. by_rate: each rate says whether prices have it in them;
 * the others say it for the whole shop. Stripe's rates say nothing of prices: there by_rate is on top.
 */
export const taxSettingsSchema = z.object({
  source: z.enum(["own", "stripe"]).default("own"),
  prices: z.enum(["by_rate", "with_tax", "without_tax"]).default("by_rate"),
});
export type TaxSettings = z.infer<typeof taxSettingsSchema>;

export async function readTaxSettings(tx: Tx): Promise<TaxSettings> {
  const row = await tx.setting.findUnique({ where: { key: KEY } });
  return taxSettingsSchema.parse(row?.value ?? {});
}

export async function saveTaxSettings(settings: TaxSettings): Promise<void> {
  const data = { key: KEY, value: settings };
  const db = await database();
  await db.setting.upsert({ where: { key: KEY }, create: data, update: data });
}
