import { z } from "zod";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { storeSettingsSchema, type StoreSettings } from "./schema";

const KEY = "store";

declare global {
  var tenderStoreSettings: { version: string; settings: StoreSettings } | undefined;
}

const rowSchema = z.object({ version: z.string(), value: z.unknown() });

/**
 * The merchant's settings. Each process keeps the ones it read last; what it asks the database for is
 * their version, so that a save in another process counts from the next request on.
 */
export async function readStoreSettings(): Promise<StoreSettings> {
  const known = globalThis.tenderStoreSettings;
  const db = await database();
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT value->>'version' AS version,
      CASE WHEN value->>'version' = ${known?.version ?? ""} THEN NULL ELSE value END AS value
    FROM settings WHERE key = ${KEY}`;
  if (row === undefined) return storeSettingsSchema.parse({});
  const { version, value } = rowSchema.parse(row);
  if (known?.version === version) return known.settings;
  const settings = storeSettingsSchema.parse(value);
  globalThis.tenderStoreSettings = { version, settings };
  return settings;
}

/** Takes effect with the next request, in every process. */
export async function saveStoreSettings(settings: StoreSettings): Promise<void> {
  const value = { ...storeSettingsSchema.parse(settings), version: newId() };
  const db = await database();
  const data = { key: KEY, value };
  await db.setting.upsert({ where: { key: KEY }, create: data, update: data });
}
