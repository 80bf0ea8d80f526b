import type { Tx } from "@/lib/db/transaction";
import { toMinor } from "@/lib/db/minor";

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

type Parcel = { country: string; currency: string; goodsMinor: number };

/** The rates that lead to a country and have a price in the currency, in the merchant's order. */
export async function findShippingRates(tx: Tx, parcel: Parcel): Promise<ShippingRate[]> {
  const { country, currency, goodsMinor } = parcel;
  const rows = await tx.shippingRate.findMany({
    where: {
      active: true,
      // Written without a list, the column is NULL, which is no empty list to the database.
      OR: [
        { countries: { isEmpty: true } },
        { countries: { equals: null } },
        { countries: { has: country } },
      ],
      prices: { some: { currency } },
    },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    include: { prices: { where: { currency } } },
  });
  return rows.flatMap(({ code, name, description, minDays, maxDays, prices: [price] }) => {
    if (price === undefined) return [];
    const freeFrom = price.freeFromMinor === null ? null : toMinor(price.freeFromMinor);
    const charge = chargeFor(toMinor(price.amountMinor), freeFrom, goodsMinor);
    return [{ code, name, description, minDays, maxDays, ...charge }];
  });
}

export function chargeFor(
  amountMinor: number,
  freeFromMinor: number | null,
  goodsMinor: number,
): Pick<ShippingRate, "amountMinor" | "freeInMinor"> {
  if (freeFromMinor === null) return { amountMinor, freeInMinor: null };
  const missing = freeFromMinor - goodsMinor;
  return missing <= 0
    ? { amountMinor: 0, freeInMinor: null }
    : { amountMinor, freeInMinor: missing };
}
