import { z } from "zod";
import { translationOf } from "@/lib/catalog/translations";
import type { Tx } from "@/lib/db/transaction";
import { toMinor } from "@/lib/db/minor";
import type { Locale } from "@/lib/i18n/locales";
import { chargeFor, tiersSchema } from "./charge";
import { zonesOf } from "./zones";

export type ShippingRate = {
  code: string;
  name: string;
  description: string;
  /** Minor units; 0 where the goods' total has reached the amount from which it is free. */
  amountMinor: number;
  /** What is still missing until it is free; null where it already is, or never will be. */
  freeInMinor: number | null;
  minDays: number;
  maxDays: number;
};

export type Parcel = {
  country: string;
  region: string;
  currency: string;
  /** Before anything is taken off, so that a code never makes shipping dearer. */
  goodsMinor: number;
  weightGrams: number;
  /** In whose language the rates are named; left out: as the merchant wrote them. */
  locale?: Locale | undefined;
};

const basisSchema = z.enum(["flat", "weight", "total"]);

/** The rates that lead to an address and have a price in the currency, in the merchant's order. */
export async function findShippingRates(tx: Tx, parcel: Parcel): Promise<ShippingRate[]> {
  const { country, currency, weightGrams, locale } = parcel;
  const rows = await tx.shippingRate.findMany({
    where: {
      active: true,
      AND: [
        // Written without a list, the column is NULL, which is no empty list to the database.
        {
          OR: [
            { countries: { isEmpty: true } },
            { countries: { equals: null } },
            { countries: { has: country } },
          ],
        },
        { OR: [{ maxGrams: null }, { maxGrams: { gte: weightGrams } }] },
      ],
      prices: { some: { currency } },
    },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    include: { prices: { where: { currency } }, zone: true },
  });
  const zones = zonesOf(
    rows.flatMap(({ zone }) => zone ?? []),
    parcel,
  );
  return rows.flatMap(({ prices: [price], zoneId, basis, ...rate }) => {
    if (price === undefined || (zoneId !== null && !zones.has(zoneId))) return [];
    const own = translationOf(rate.translations, locale);
    const { name = rate.name, description = rate.description } = own;
    const { code, minDays, maxDays } = rate;
    const charge = chargeFor(
      {
        basis: basisSchema.parse(basis),
        amountMinor: toMinor(price.amountMinor),
        freeFromMinor: price.freeFromMinor === null ? null : toMinor(price.freeFromMinor),
        tiers: tiersSchema.parse(price.tiers),
      },
      parcel,
    );
    return [{ code, name, description, minDays, maxDays, ...charge }];
  });
}
