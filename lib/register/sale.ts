import { toMinor } from "@/lib/db/minor";
import { inTransaction, isDuplicate, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId, newToken } from "@/lib/ids";
import { reserveStock } from "@/lib/inventory/reservations";
import { divide, sum } from "@/lib/money/divide";
import { requestHash } from "@/lib/payments/core/request-hash";
import { AMOUNT_SKU, TIP_SKU } from "@/lib/payments/store/follow-reader";
import { SESSION_MS } from "@/lib/payments/store/hold-stock";
import type { RegisterAccount } from "./accounts";

export type SaleLine = { variantId: string; quantity: number; discountMinor?: number | undefined };

/** What is sold: goods of the catalogue, an amount without goods, or both. */
export type SaleContent = {
  lines?: SaleLine[] | undefined;
  amountMinor?: number | undefined;
  /** What the amount is for, on the receipt. */
  title?: string | undefined;
  /** Taken off the whole sale, beside the discounts of its lines; never off the tip. */
  discountMinor?: number | undefined;
  tipMinor?: number | undefined;
  customer?: { name?: string | undefined; email?: string | undefined } | undefined;
};

export type OpenSale = SaleContent & {
  account: RegisterAccount;
  /** One key of the caller makes one sale: sent twice it gives the same one. */
  key: string;
  actor: string;
  externalRef?: string | undefined;
};

export type Sale = { orderId: string; totalMinor: number };

/**
 * Opens a sale: an order of the channel `register` whose goods are held while it is paid.
 *
 * @throws DomainError invalid_input, amount_invalid, price_unavailable, out_of_stock; key_reused when
 *   the key has made another sale
 */
export async function openSale(command: OpenSale): Promise<Sale> {
  try {
    return await inTransaction((tx) => writeSale(tx, command));
  } catch (error) {
    // The same request came first, in another process: what it made is there now.
    if (!isDuplicate(error)) throw error;
    return inTransaction((tx) => writeSale(tx, command));
  }
}

/** As `openSale`, in the caller's transaction. */
export async function writeSale(tx: Tx, command: OpenSale): Promise<Sale> {
  const { account, key, actor, externalRef, customer, ...content } = command;
  const hash = requestHash({ ...content, customer, externalRef });
  const known = await tx.registerSale.findUnique({
    where: { accountId_key: { accountId: account.id, key } },
    include: { order: { select: { totalMinor: true } } },
  });
  if (known !== null) {
    if (known.requestHash !== hash) {
      throw new DomainError("key_reused", "This key has made another sale before.");
    }
    return { orderId: known.orderId, totalMinor: toMinor(known.order.totalMinor) };
  }
  const lines = await saleLines(tx, account, content);
  const orderId = newId();
  const totals = totalsOf(lines);
  await tx.order.create({
    data: {
      id: orderId,
      accessToken: newToken(),
      channel: "register",
      fulfilment: "not_required",
      currency: account.currency,
      // Who buys at a counter says their name and address only if they want to.
      email: customer?.email?.trim().toLowerCase() ?? "",
      name: customer?.name?.trim() || "Customer in person",
      billingAddress: {},
      externalRef: externalRef ?? null,
      ...totals,
    },
  });
  await tx.orderLine.createMany({
    data: lines.map((line, position) => ({ ...line, orderId, position })),
  });
  const message = `A sale was opened at ${account.name}`;
  await tx.orderEvent.create({ data: { orderId, kind: "order_created", actor, message } });
  await tx.registerSale.create({
    data: { orderId, accountId: account.id, key, requestHash: hash },
  });
  await reserveStock(tx, orderId, content.lines ?? [], new Date(Date.now() + 2 * SESSION_MS));
  return { orderId, totalMinor: totals.totalMinor };
}

type Line = {
  variantId: string | null;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  totalMinor: number;
};

function totalsOf(lines: Line[]) {
  const totalMinor = sum(lines.map((line) => line.totalMinor));
  const discountMinor = sum(lines.map((line) => line.discountMinor));
  return { subtotalMinor: totalMinor + discountMinor, discountMinor, totalMinor };
}

type Content = Omit<SaleContent, "customer">;

async function saleLines(tx: Tx, account: RegisterAccount, content: Content): Promise<Line[]> {
  const { lines = [], amountMinor, title, discountMinor = 0, tipMinor = 0 } = content;
  const goods = await Promise.all(lines.map((line) => goodsLine(tx, account, line)));
  if (amountMinor !== undefined) goods.push(plainLine(AMOUNT_SKU, title ?? "Sale", amountMinor));
  if (goods.length === 0) throw new DomainError("invalid_input", "Nothing is sold.");
  const discounted = takeOff(goods, discountMinor);
  if (tipMinor > 0) discounted.push(plainLine(TIP_SKU, "Tip", tipMinor));
  if (totalsOf(discounted).totalMinor <= 0)
    throw new DomainError("amount_invalid", "A sale must cost something.");
  return discounted;
}

function plainLine(sku: string, title: string, minor: number): Line {
  const named = { variantId: null, sku, title, variantTitle: "", imageUrl: null };
  return { ...named, quantity: 1, unitPriceMinor: minor, discountMinor: 0, totalMinor: minor };
}

async function goodsLine(tx: Tx, account: RegisterAccount, line: SaleLine): Promise<Line> {
  const { variantId, quantity, discountMinor = 0 } = line;
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
  const unitPriceMinor = toMinor(price.amountMinor);
  const valueMinor = unitPriceMinor * quantity;
  if (discountMinor < 0 || discountMinor > valueMinor) {
    throw new DomainError("amount_invalid", "A discount is at most what the goods cost.");
  }
  return {
    variantId,
    sku: row.sku,
    title: row.product.title,
    variantTitle: row.title,
    imageUrl: row.product.images[0]?.url ?? null,
    quantity,
    unitPriceMinor,
    discountMinor,
    totalMinor: valueMinor - discountMinor,
  };
}

/** Each line bears its part of the discount, by what it costs. */
function takeOff(lines: Line[], discountMinor: number): Line[] {
  const costs = lines.map(({ totalMinor }) => totalMinor);
  if (discountMinor < 0 || discountMinor > sum(costs)) {
    throw new DomainError("amount_invalid", "A discount is at most what the sale costs.");
  }
  const shares = divide(discountMinor, costs);
  return lines.map((line, i) => {
    const share = shares[i] ?? 0;
    return {
      ...line,
      discountMinor: line.discountMinor + share,
      totalMinor: line.totalMinor - share,
    };
  });
}
