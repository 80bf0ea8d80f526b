import { z } from "zod";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

const KEY = "tax";

/** by_rate: each rate says whether prices have it in them; the others say it for the whole shop. */
export const taxSettingsSchema = z.object({
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
