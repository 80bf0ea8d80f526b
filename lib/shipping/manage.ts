import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { inTransaction, isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { currencySchema, type Currency } from "@/lib/money/currency";
import { tiersSchema, type Basis, type Tier } from "./charge";
import type { RateTexts } from "./rate-texts";

export type ZoneDraft = { id: string | null; name: string; countries: string[]; regions: string[] };

export type RateDraft = {
  id: string | null;
  code: string;
  name: string;
  description: string;
  translations: RateTexts;
  zoneId: string | null;
  basis: Basis;
  maxGrams: number | null;
  minDays: number;
  maxDays: number;
  position: number;
  active: boolean;
  /** A rate is offered in the currencies that it has a price in. Minor units. */
  prices: PriceDraft[];
};

export type PriceDraft = {
  currency: Currency;
  amountMinor: number;
  freeFromMinor: number | null;
  tiers: Tier[];
};

export async function findShippingSetup() {
  const db = await database();
  const [zones, rates] = await Promise.all([
    db.shippingZone.findMany({
      orderBy: [{ position: "asc" }, { name: "asc" }],
      include: { _count: { select: { rates: true } } },
    }),
    db.shippingRate.findMany({
      orderBy: [{ position: "asc" }, { code: "asc" }],
      include: { zone: { select: { name: true } }, prices: { select: { currency: true } } },
    }),
  ]);
  return { zones, rates };
}

export async function findZone(id: string) {
  return (await database()).shippingZone.findUnique({ where: { id } });
}

export async function findRate(id: string) {
  const row = await (
    await database()
  ).shippingRate.findUnique({
    where: { id },
    include: { prices: { orderBy: { currency: "asc" } } },
  });
  if (row === null) return null;
  const prices = row.prices.map(({ currency, amountMinor, freeFromMinor, tiers }): PriceDraft => {
    return {
      currency: currencySchema.parse(currency),
      amountMinor: toMinor(amountMinor),
      freeFromMinor: freeFromMinor === null ? null : toMinor(freeFromMinor),
      tiers: tiersSchema.parse(tiers),
    };
  });
  return { ...row, prices };
}

/** @throws DomainError wrong_state when the name is taken, not_found */
export async function saveZone({ id, ...data }: ZoneDraft): Promise<void> {
  const db = await database();
  await unique("name", "There is a zone of that name already.", async () => {
    if (id === null) await db.shippingZone.create({ data });
    else await db.shippingZone.update({ where: { id }, data });
  });
}

/** Orders keep what sending them cost. @throws DomainError wrong_state when the code is taken */
export async function saveRate({ id, prices, ...data }: RateDraft): Promise<void> {
  const rows = prices.map(({ currency, amountMinor, freeFromMinor, tiers }) => ({
    currency,
    amountMinor: BigInt(amountMinor),
    freeFromMinor: freeFromMinor === null ? null : BigInt(freeFromMinor),
    tiers,
  }));
  await unique("code", "There is a rate with this code already.", () =>
    inTransaction(async (tx) => {
      if (id === null) {
        await tx.shippingRate.create({ data: { ...data, prices: { create: rows } } });
        return;
      }
      await tx.shippingRate.update({ where: { id }, data });
      await tx.shippingRatePrice.deleteMany({ where: { rateId: id } });
      await tx.shippingRatePrice.createMany({ data: rows.map((row) => ({ ...row, rateId: id })) });
    }),
  );
}

async function unique(field: string, message: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError("wrong_state", message, { field });
  }
}
