import { database } from "@/lib/db/client";
import { isDuplicate } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

export type TaxRateDraft = {
  id: string | null;
  name: string;
  country: string;
  region: string;
  basisPoints: number;
  included: boolean;
  onShipping: boolean;
  active: boolean;
};

export async function findTaxRates() {
  const db = await database();
  const orderBy = [{ country: "asc" }, { region: "asc" }, { name: "asc" }] as const;
  return db.taxRate.findMany({ orderBy: [...orderBy] });
}

export async function findTaxRate(id: string) {
  return (await database()).taxRate.findUnique({ where: { id } });
}

/** Orders keep the tax that they were made with. @throws DomainError wrong_state, not_found */
export async function saveTaxRate({ id, ...data }: TaxRateDraft): Promise<{ id: string }> {
  const db = await database();
  try {
    if (id === null) return await db.taxRate.create({ data, select: { id: true } });
    const { count } = await db.taxRate.updateMany({ where: { id }, data });
    if (count === 0) throw new DomainError("not_found", "There is no such rate.");
    return { id };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const message = "This place has a rate of that name already.";
    throw new DomainError("wrong_state", message, { field: "name" });
  }
}
