import type { Tx } from "@/lib/db/transaction";
import { readTaxSettings } from "./settings";
import type { TaxLine, TaxRateFacts } from "./tax";

/** What somebody else has worked out for exactly these amounts. Minor units. */
type TaxQuote = {
  lines: readonly number[];
  shippingMinor: number;
  lineTaxes: number[];
  shippingTaxMinor: number;
  taxLines: TaxLine[];
};

/**
 * What is due at an address. `included`: the prices that are shown there have it in them. With a `quote`
 * the rates are not asked.
 */
export type TaxRules = { rates: TaxRateFacts[]; included: boolean; quote?: TaxQuote };

export const noTax: TaxRules = { rates: [], included: false };

/** The rates of a country and of a region of it; none: nothing is due there. */
export async function findTaxRules(
  tx: Tx,
  { country, region }: { country: string; region: string },
): Promise<TaxRules> {
  if (country === "") return noTax;
  const rows = await tx.taxRate.findMany({
    where: { country, region: { in: ["", region.trim().toUpperCase()] }, active: true },
    orderBy: [{ region: "asc" }, { name: "asc" }],
    select: { name: true, basisPoints: true, onShipping: true, included: true },
  });
  if (rows.length === 0) return noTax;
  const { prices } = await readTaxSettings(tx);
  const rates = rows.map(({ included: _included, ...rate }) => rate);
  const isIncluded =
    prices === "by_rate" ? rows.every((row) => row.included) : prices === "with_tax";
  return { rates, included: isIncluded };
}
