import { connection } from "@/lib/db/connection";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { seedApiClients } from "@/lib/auth/api-clients/seed";
import { seedRegister } from "@/lib/register/seed";
import { createMerchant } from "@/lib/merchants/create-merchant";
import { createSetupLink } from "@/lib/merchants/setup-link";
import { writeCatalog } from "./seed/write-catalog";
import { writePromotions } from "./seed/write-promotions";
import { writeTaxRates } from "./seed/write-tax-rates";

const SEED_LOCK = 7_232_018;

/**
 * Fills an empty database with the demo shop, and sees to it that somebody can sign in: the demo
 * merchant where this is a demo, and elsewhere a link that makes the first merchant, once.
 */
export async function seed(): Promise<{ setupLink: string | null }> {
  const opened = await connection();
  return opened.exclusively(SEED_LOCK, async () => {
    const db = await database();
    if ((await db.product.count()) === 0) {
      await writeCatalog(db);
      await writeTaxRates(db);
      await writePromotions(db);
    }
    if (env().demo) await seedApiClients();
    await seedRegister();
    if ((await db.merchant.count()) > 0) return { setupLink: null };
    if (!env().demo) return { setupLink: await createSetupLink() };
    await createMerchant({
      name: "Demo merchant",
      email: "merchant@tender.test",
      password: "tender-sandbox",
    });
    return { setupLink: null };
  });
}
