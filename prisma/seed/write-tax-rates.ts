import type { PrismaClient } from "@/lib/db/client";

type Seed = [country: string, name: string, basisPoints: number, region?: string];

/** Where people are used to prices with the tax in them. */
const included: Seed[] = [
  ["AT", "USt.", 2000],
  ["BE", "TVA", 2100],
  ["DE", "MwSt.", 1900],
  ["ES", "IVA", 2100],
  ["FR", "TVA", 2000],
  ["GB", "VAT", 2000],
  ["IE", "VAT", 2300],
  ["IT", "IVA", 2200],
  ["JP", "消費税", 1000],
  ["NL", "btw", 2100],
];

/** Where it comes on top. Oregon has none, and says so; a state that is not here is not taxed. */
const onTop: Seed[] = [
  ["US", "Sales tax", 725, "CA"],
  ["US", "Sales tax", 888, "NY"],
  ["US", "Sales tax", 0, "OR"],
  ["US", "Sales tax", 650, "WA"],
  ["CA", "GST", 500],
];

/** The taxes of the demo shop: enough to see each kind. A merchant who sells for real has their own. */
export async function writeTaxRates(db: PrismaClient): Promise<void> {
  const row =
    (isIncluded: boolean) =>
    ([country, name, basisPoints, region = ""]: Seed) => {
      return { country, name, basisPoints, region, included: isIncluded };
    };
  await db.taxRate.createMany({ data: [...included.map(row(true)), ...onTop.map(row(false))] });
}
