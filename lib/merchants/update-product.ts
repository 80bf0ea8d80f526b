import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
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

export type UpdateVariant = {
  variantId: string;
  prices: { currency: Currency; amountMinor: number }[];
  /**
   * Null: not counted, or left as it is. A count is taken as a change from what the merchant saw, so
   * that what was sold between looking and saving is not given back.
   */
  stock: { sawOnHand: number; onHand: number } | null;
};

/**
 * Prices and stock of one variant.
 * @throws DomainError not_found, invalid_input when less would be on hand than is reserved
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
  for (const { currency, amountMinor } of prices) {
    const before = await tx.price.findUnique({
      where: { variantId_currency: { variantId, currency } },
      select: { compareAtMinor: true },
    });
    // A price that has reached the struck-out one is no longer a lower one.
    const isReduced = (before?.compareAtMinor ?? 0n) > BigInt(amountMinor);
    await tx.price.upsert({
      where: { variantId_currency: { variantId, currency } },
      create: { variantId, currency, amountMinor },
      update: { amountMinor, ...(isReduced ? {} : { compareAtMinor: null }) },
    });
  }
}

async function writeStock(tx: Tx, { variantId, stock }: UpdateVariant): Promise<void> {
  if (stock === null) return;
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
