import type { Tx } from "@/lib/db/transaction";
import { findTaxRules, noTax, type TaxRules } from "@/lib/tax/rates";
import type { RegisterAccount } from "./accounts";

/** Who buys at a counter is taxed where the counter stands. A till that stands nowhere taxes nothing. */
export async function findTillTax(
  tx: Tx,
  { settings: { place } }: RegisterAccount,
): Promise<TaxRules> {
  return place === null ? noTax : findTaxRules(tx, place);
}
