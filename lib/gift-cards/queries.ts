import "server-only";
import { database } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { currencySchema } from "@/lib/money/currency";
import { money } from "@/lib/money/money";

export type GiftCardItem = Awaited<ReturnType<typeof findGiftCards>>[number];

/** The newest first; `search` is the last letters of a code, or words of a note. */
export async function findGiftCards(search: string) {
  const db = await database();
  const rows = await db.giftCard.findMany({
    ...(search !== "" && {
      where: {
        OR: [
          { last4: { endsWith: search.toUpperCase().slice(-4) } },
          { note: { contains: search, mode: "insensitive" as const } },
        ],
      },
    }),
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows.map(item);
}

type Row = {
  id: string;
  last4: string;
  currency: string;
  initialMinor: bigint;
  balanceMinor: bigint;
  note: string;
  expiresAt: Date | null;
  disabledAt: Date | null;
  createdAt: Date;
};

function item(row: Row) {
  const { id, last4, note, expiresAt, disabledAt, createdAt } = row;
  const currency = currencySchema.parse(row.currency);
  return {
    id,
    last4,
    note,
    expiresAt,
    disabledAt,
    createdAt,
    initial: money(toMinor(row.initialMinor), currency),
    balance: money(toMinor(row.balanceMinor), currency),
  };
}

/** One card with all that moved it, the newest first. */
export async function findGiftCardHistory(id: string) {
  const db = await database();
  const row = await db.giftCard.findUnique({
    where: { id },
    include: { movements: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 200 } },
  });
  if (row === null) return null;
  const card = item(row);
  const { currency } = card.balance;
  const movements = row.movements.map(
    ({ id: movementId, kind, amountMinor, movedMinor, ...rest }) => ({
      id: movementId,
      kind,
      orderId: rest.orderId,
      at: rest.at,
      change: money(toMinor(amountMinor), currency),
      moved: money(toMinor(movedMinor), currency),
    }),
  );
  return { ...card, movements };
}
