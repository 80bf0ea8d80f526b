import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { chargeStep } from "@/lib/money/charge-step";
import type { Currency } from "@/lib/money/currency";

export type UpdateProduct = {
  productId: string;
  title: string;
  subtitle: string;
  description: string;
  status: "draft" | "live";
  /** Orders with it are paid by a hold that is captured later. */
  captureLater: boolean;
};

/** @throws DomainError not_found */
export async function updateProduct({ productId, ...data }: UpdateProduct): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.product.updateMany({ where: { id: productId }, data });
    if (count === 0) throw new DomainError("not_found", "This product does not exist.");
  });
}

/** `compareAtMinor`, the struck-out price: left out, it stays for as long as it is the higher one. */
export type NewPrice = {
  currency: Currency;
  amountMinor: number;
  compareAtMinor?: number | null;
};

export type UpdateVariant = {
  variantId: string;
  prices: NewPrice[];
  /**
   * Null: not counted, or left as it is. A count is taken as a change from what the merchant saw, so
   * that what was sold between looking and saving is not given back; `available` is what can be sold from
   * now on, beside what open orders hold, as another program counts it.
   */
  stock: { sawOnHand: number; onHand: number } | { available: number } | null;
};

/**
 * Prices and stock of one variant.
 * @throws DomainError not_found; invalid_input when less would be on hand than is reserved, or no card could
 *   be charged such a price
 */
export async function updateVariant(command: UpdateVariant): Promise<void> {
  await inTransaction(async (tx) => {
    const known = await tx.variant.count({ where: { id: command.variantId } });
    if (known === 0) throw new DomainError("not_found", "This variant does not exist.");
    await writePrices(tx, command);
    await writeStock(tx, command);
  });
}

async function writePrices(tx: Tx, { variantId, prices }: UpdateVariant): Promise<void> {
  for (const { currency, amountMinor, compareAtMinor } of prices) {
    requireChargeable(currency, amountMinor);
    const before = await tx.price.findUnique({
      where: { variantId_currency: { variantId, currency } },
      select: { compareAtMinor: true },
    });
    // A price that has reached the struck-out one is no longer a lower one.
    const struck = compareAtMinor === undefined ? before?.compareAtMinor : compareAtMinor;
    const compareAt = struck && struck > amountMinor ? BigInt(struck) : null;
    const data = { amountMinor, compareAtMinor: compareAt };
    await tx.price.upsert({
      where: { variantId_currency: { variantId, currency } },
      create: { variantId, currency, ...data },
      update: data,
    });
  }
}

function requireChargeable(currency: Currency, amountMinor: number): void {
  if (amountMinor % chargeStep(currency) === 0) return;
  const message = `The last digit of an amount in ${currency} is zero.`;
  throw new DomainError("invalid_input", message, { field: `price.${currency}` });
}

async function writeStock(tx: Tx, { variantId, stock }: UpdateVariant): Promise<void> {
  if (stock === null) return;
  if ("available" in stock) return writeAvailable(tx, variantId, stock.available);
  const change = stock.onHand - stock.sawOnHand;
  if (change === 0) return;
  // One statement, so that a sale at the same moment is neither lost nor undone.
  const changed = await tx.$executeRaw`
    UPDATE stock_items SET on_hand = on_hand + ${change}, updated_at = now()
    WHERE variant_id = ${variantId}::uuid AND on_hand + ${change} >= reserved`;
  if (changed > 0) return;
  const item = await tx.stockItem.findUnique({ where: { variantId } });
  if (item === null)
    throw new DomainError("not_found", "The stock of this variant is not counted.");
  throw new DomainError(
    "invalid_input",
    `${item.reserved} are reserved by open orders, so at least as many must be on hand.`,
    { field: "onHand" },
  );
}

async function writeAvailable(tx: Tx, variantId: string, available: number): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE stock_items SET on_hand = reserved + ${available}, updated_at = now()
    WHERE variant_id = ${variantId}::uuid`;
  if (changed > 0) return;
  throw new DomainError("not_found", "The stock of this variant is not counted.");
}
