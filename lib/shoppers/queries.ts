import "server-only";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import { money, type Money } from "@/lib/money/money";
import { shopperState, type ShopperState } from "@/lib/orders/shopper-state";
import { addressSchema, type Address } from "@/lib/shipping/address";
import { isOrderOf } from "./own-orders";

export type ShopperProfile = {
  id: string;
  name: string;
  email: string;
  phone: string;
  locale: string;
};

export async function findProfile(shopperId: string): Promise<ShopperProfile> {
  const db = await database();
  const select = { id: true, name: true, email: true, phone: true, locale: true };
  const row = await db.shopper.findUniqueOrThrow({ where: { id: shopperId }, select });
  return { ...row, phone: row.phone ?? "" };
}

export type OwnOrder = {
  accessToken: string;
  number: number | null;
  at: Date;
  state: ShopperState;
  isSent: boolean;
  total: Money;
  titles: string[];
  imageUrl: string | null;
  itemCount: number;
};

const pageSize = 10;

const include = {
  lines: { orderBy: { position: "asc" } },
  transactions: { where: { kind: { in: ["purchase", "authorize"] } }, select: { status: true } },
} as const satisfies Prisma.OrderInclude;

/**
 * The orders of an account: those that it placed, and those that were placed as a guest with its e-mail
 * address, which is confirmed before anybody can sign in. What was begun and never paid is left out.
 */
export async function findOwnOrders(
  { id: shopperId, email }: { id: string; email: string },
  { page }: { page: number },
): Promise<{ orders: OwnOrder[]; page: number; pages: number; total: number }> {
  const db = await database();
  const isTheirs = isOrderOf(shopperId, email);
  const [{ total } = { total: 0 }] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM orders WHERE placed_at IS NOT NULL AND ${isTheirs}`;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM orders WHERE placed_at IS NOT NULL AND ${isTheirs}
    ORDER BY placed_at DESC, id DESC LIMIT ${pageSize} OFFSET ${(shown - 1) * pageSize}`;
  const rows = await db.order.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    include,
  });
  return { orders: rows.map(ownOrder), page: shown, pages, total };
}

type Row = Prisma.OrderGetPayload<{ include: typeof include }>;

function ownOrder(row: Row): OwnOrder {
  const { accessToken, status, payment, placedAt, lines, transactions } = row;
  return {
    accessToken,
    number: row.number === null ? null : Number(row.number),
    at: placedAt ?? row.createdAt,
    state: shopperState({ status, payment, placedAt, attempts: transactions }),
    isSent: row.fulfilment === "fulfilled",
    total: money(toMinor(row.totalMinor), currencySchema.parse(row.currency)),
    titles: lines.map(({ title }) => title),
    imageUrl: lines.find(({ imageUrl }) => imageUrl !== null)?.imageUrl ?? null,
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

export type OwnAddressView = { id: string; address: Address; phone: string; isDefault: boolean };

export async function findOwnAddresses(shopperId: string): Promise<OwnAddressView[]> {
  const db = await database();
  const rows = await db.shopperAddress.findMany({
    where: { shopperId },
    orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }],
  });
  return rows.map(({ id, data, phone, isDefault }) => {
    return { id, address: addressSchema.parse(data), phone, isDefault };
  });
}
