import { z } from "zod";

/** From a weight (grams) or a goods' total (minor units) on, a parcel costs something else. */
export const tiersSchema = z.array(
  z.object({ from: z.number().int().nonnegative(), amountMinor: z.number().int().nonnegative() }),
);
export type Tier = z.infer<typeof tiersSchema>[number];

export type Basis = "flat" | "weight" | "total";

type Price = {
  basis: Basis;
  amountMinor: number;
  freeFromMinor: number | null;
  tiers: readonly Tier[];
};

type Parcel = { goodsMinor: number; weightGrams: number };

export type Charge = {
  amountMinor: number;
  /** What is still missing until it is free; null where it already is, or never will be. */
  freeInMinor: number | null;
};

/** What one rate costs for a parcel, in minor units. Pure. */
export function chargeFor(price: Price, { goodsMinor, weightGrams }: Parcel): Charge {
  const { freeFromMinor, basis } = price;
  if (freeFromMinor !== null && goodsMinor >= freeFromMinor) {
    return { amountMinor: 0, freeInMinor: null };
  }
  const measure = basis === "weight" ? weightGrams : goodsMinor;
  const tiers = basis === "flat" ? [] : price.tiers.filter(({ from }) => from <= measure);
  const highest = tiers.reduce<Tier | null>(
    (best, tier) => (best === null || tier.from >= best.from ? tier : best),
    null,
  );
  const amountMinor = highest?.amountMinor ?? price.amountMinor;
  return { amountMinor, freeInMinor: freeFromMinor === null ? null : freeFromMinor - goodsMinor };
}
