import { toMinor } from "@/lib/db/minor";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { sum } from "@/lib/money/divide";
import { AMOUNT_SKU, TIP_SKU } from "@/lib/payments/store/follow-reader";
import type { RegisterAccount } from "./accounts";
import { priceSale } from "./price-sale";
import type { SaleContent, SaleLine } from "./sale";
import { findTillTax } from "./till-tax";

const EXTRA_SKU = "EXTRA";

/** A line before anything is taken off it. */
type Bare = {
  variantId: string | null;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  unitPriceMinor: number;
};

/**
 * A sale's lines and totals, as its order keeps them. Goods are priced as everywhere in the shop; a tip, and
 * a sum that a program added up, stand beside them as they are.
 *
 * @throws DomainError invalid_input, amount_invalid, price_unavailable
 */
export async function writeUp(tx: Tx, account: RegisterAccount, content: SaleContent) {
  const { lines = [], extra, discount = { is: "none" }, amountMinor, tipMinor = 0 } = content;
  const goods = await Promise.all(lines.map((line) => goodsLine(tx, account, line)));
  if (extra !== undefined) goods.push(plainLine(EXTRA_SKU, extra.title, extra.amountMinor));
  const asTheyAre: Bare[] = [];
  if (amountMinor !== undefined) asTheyAre.push(plainLine(AMOUNT_SKU, "Sale", amountMinor));
  if (goods.length + asTheyAre.length === 0) {
    throw new DomainError("invalid_input", "Nothing is sold.");
  }
  if (tipMinor > 0) asTheyAre.push(plainLine(TIP_SKU, "Tip", tipMinor));

  const priced = priceSale({
    currency: account.currency,
    lines: goods.map(valueMinor),
    discount,
    tax: await findTillTax(tx, account),
  });
  const besideMinor = sum(asTheyAre.map(valueMinor));
  const totalMinor = priced.totalMinor + besideMinor;
  if (totalMinor <= 0) throw new DomainError("amount_invalid", "A sale must cost something.");
  const { discountMinor, taxMinor, taxIncluded, taxLines } = priced;
  return {
    subtotalMinor: priced.subtotalMinor + besideMinor,
    discountMinor,
    taxMinor,
    taxIncluded,
    taxLines,
    totalMinor,
    lines: [
      ...goods.map((line, at) => ({ ...line, ...(priced.lines[at] ?? asItIs(line)) })),
      ...asTheyAre.map((line) => ({ ...line, ...asItIs(line) })),
    ],
  };
}

const asItIs = (line: Bare) => ({ discountMinor: 0, taxMinor: 0, totalMinor: valueMinor(line) });

const valueMinor = ({ unitPriceMinor, quantity }: Bare): number => unitPriceMinor * quantity;

function plainLine(sku: string, title: string, unitPriceMinor: number): Bare {
  const named = { variantId: null, sku, title, variantTitle: "", imageUrl: null };
  return { ...named, quantity: 1, unitPriceMinor };
}

async function goodsLine(tx: Tx, account: RegisterAccount, line: SaleLine): Promise<Bare> {
  const { variantId, quantity } = line;
  const row = await tx.variant.findUnique({
    where: { id: variantId },
    include: {
      prices: { where: { currency: account.currency } },
      product: { select: { title: true, images: { take: 1, orderBy: { position: "asc" } } } },
    },
  });
  const [price] = row?.prices ?? [];
  if (!row || !price) {
    throw new DomainError("price_unavailable", "This is not for sale here.", { variantId });
  }
  return {
    variantId,
    quantity,
    sku: row.sku,
    title: row.product.title,
    variantTitle: row.title,
    imageUrl: row.product.images[0]?.url ?? null,
    unitPriceMinor: toMinor(price.amountMinor),
  };
}
