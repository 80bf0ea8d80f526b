import { database } from "@/lib/db/client";
import { syncPrice, type SoldAt } from "@/lib/payments/gateways/stripe/sync-price";
import { report } from "@/lib/payments/report";
import { readStoreSettings } from "@/lib/store-settings/store-settings";

type Due = Omit<SoldAt, "amountMinor"> & { amountMinor: bigint };

const BATCH = 100;

/**
 * Brings what is for sale to Stripe, as products and prices, where a merchant wants that: what is new
 * there, named otherwise or priced otherwise. Gives how many prices were brought.
 */
export async function syncPrices(): Promise<number> {
  if (!(await readStoreSettings()).syncCatalog) return 0;
  let brought = 0;
  for (const { amountMinor, ...sold } of await findDue()) {
    const price = { ...sold, amountMinor: Number(amountMinor) };
    try {
      await remember(price, await syncPrice(price));
      brought += 1;
    } catch (error) {
      // The next run takes it up again; a page names this price by its amount until then.
      report(`the price of ${sold.sku} could not be brought to Stripe`, error);
      return 0;
    }
  }
  return brought;
}

async function findDue(): Promise<Due[]> {
  const db = await database();
  return db.$queryRaw<Due[]>`
    SELECT * FROM (
      SELECT v.id::text AS "variantId", p.id::text AS "productId", v.sku,
        CASE WHEN v.title = '' THEN p.title ELSE p.title || ' (' || v.title || ')' END AS name,
        a.currency, a.amount_minor AS "amountMinor", g.amount_minor AS known_minor, g.name AS known_name
      FROM prices a
      JOIN variants v ON v.id = a.variant_id
      JOIN products p ON p.id = v.product_id AND p.status = 'live'
      LEFT JOIN gateway_prices g
        ON g.gateway = 'stripe' AND g.variant_id = a.variant_id AND g.currency = a.currency
    ) sold
    WHERE known_minor IS DISTINCT FROM "amountMinor" OR known_name IS DISTINCT FROM name
    ORDER BY sku, currency LIMIT ${BATCH}`;
}

async function remember(
  { variantId, currency, amountMinor, name }: SoldAt,
  gatewayRef: string,
): Promise<void> {
  const db = await database();
  const key = { gateway: "stripe", variantId, currency } as const;
  const data = { amountMinor: BigInt(amountMinor), name, gatewayRef };
  await db.gatewayPrice.upsert({
    where: { gateway_variantId_currency: key },
    create: { ...key, ...data },
    update: data,
  });
}
