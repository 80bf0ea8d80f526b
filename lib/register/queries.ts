import { toMinor } from "@/lib/db/minor";
import { database, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Currency } from "@/lib/money/currency";
import { payableMinor } from "@/lib/payments/core/sums";
import type { OrderState } from "@/lib/payments/core/types";
import { readOrder } from "@/lib/payments/store/orders";
import type { TaxLine } from "@/lib/tax/tax";
import { taxLinesSchema } from "@/lib/tax/tax-lines";
import type { RegisterAccount } from "./accounts";

/** One sale, for the till and its receipt. */
export type SaleView = {
  order: OrderState;
  /** What is still to pay; what a reader is asked for just now counts as spoken for. */
  leftMinor: number;
  currency: Currency;
  accessToken: string;
  name: string;
  email: string;
  subtotalMinor: number;
  discountMinor: number;
  taxMinor: number;
  taxIncluded: boolean;
  taxLines: TaxLine[];
  createdAt: Date;
  lines: {
    sku: string;
    title: string;
    variantTitle: string;
    quantity: number;
    unitPriceMinor: number;
    discountMinor: number;
    totalMinor: number;
  }[];
};

/** @throws DomainError not_found, also when it was made elsewhere */
export async function requireSale(account: RegisterAccount, orderId: string): Promise<SaleView> {
  const db = await database();
  const row = await db.registerSale.findUnique({
    where: { orderId },
    include: { order: { include: { lines: { orderBy: { position: "asc" } } } } },
  });
  if (row?.accountId !== account.id) throw new DomainError("not_found", "There is no such sale.");
  const state = await readOrder(orderId);
  const { accessToken, name, email, createdAt, lines, taxIncluded } = row.order;
  return {
    order: state,
    leftMinor: payableMinor(state),
    currency: account.currency,
    accessToken,
    name,
    email,
    createdAt,
    subtotalMinor: toMinor(row.order.subtotalMinor),
    discountMinor: toMinor(row.order.discountMinor),
    taxMinor: toMinor(row.order.taxMinor),
    taxIncluded,
    taxLines: taxLinesSchema.parse(row.order.taxLines),
    lines: lines.map((line) => ({
      sku: line.sku,
      title: line.title,
      variantTitle: line.variantTitle,
      quantity: line.quantity,
      unitPriceMinor: toMinor(line.unitPriceMinor),
      discountMinor: toMinor(line.discountMinor),
      totalMinor: toMinor(line.totalMinor),
    })),
  };
}

const listed = {
  orderId: true,
  createdAt: true,
  order: {
    select: {
      number: true,
      status: true,
      payment: true,
      name: true,
      email: true,
      totalMinor: true,
    },
  },
} as const satisfies Prisma.RegisterSaleSelect;

/** The newest first. `before`: the last one's `createdAt`, for the next page. */
export async function listSales({
  account,
  limit = 50,
  before,
}: {
  account: RegisterAccount;
  limit?: number;
  before?: Date;
}) {
  const db = await database();
  const rows = await db.registerSale.findMany({
    where: { accountId: account.id, ...(before && { createdAt: { lt: before } }) },
    select: listed,
    orderBy: { createdAt: "desc" },
    take: limit,
  });
  return rows.map(({ orderId, createdAt, order }) => ({
    ...order,
    orderId,
    createdAt,
    number: order.number === null ? null : toMinor(order.number),
    totalMinor: toMinor(order.totalMinor),
  }));
}
