import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";

/**
 * Stock is taken in two steps: held while the shopper pays, committed once the order is paid or
 * authorized. What is held counts in `reserved`, what is committed has left `onHand`. Rows are always
 * touched in the order of their variant's id, so two orders never wait for each other in a circle.
 */
export type StockLine = { variantId: string; quantity: number };

type Managed = StockLine & { sku: string };

/** Lines of one variant become one; what is never counted is left out. */
async function managedLines(tx: Tx, lines: StockLine[]): Promise<Managed[]> {
  if (lines.length === 0) return [];
  const quantities = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  const variants = await tx.variant.findMany({
    where: { id: { in: [...quantities.keys()] }, managesStock: true },
    select: { id: true, sku: true },
    orderBy: { id: "asc" },
  });
  return variants.map(({ id, sku }) => ({
    variantId: id,
    sku,
    quantity: quantities.get(id) ?? 0,
  }));
}

/**
 * Holds stock for an order until `expiresAt`. An order that holds already keeps what it has; one whose
 * hold was released gets it back if there is still enough.
 *
 * @throws DomainError out_of_stock with { sku, available }
 */
export async function reserveStock(
  tx: Tx,
  orderId: string,
  lines: StockLine[],
  expiresAt: Date,
): Promise<void> {
  const existing = await tx.stockReservation.findMany({ where: { orderId } });
  const statuses = new Map(existing.map(({ variantId, status }) => [variantId, status]));
  const isTaken = ({ variantId }: StockLine) =>
    ["held", "committed"].includes(statuses.get(variantId) ?? "");
  const wanting = lines.filter((line) => !isTaken(line));
  for (const line of await managedLines(tx, wanting)) {
    await hold(tx, line);
    const { variantId, quantity } = line;
    await tx.stockReservation.upsert({
      where: { orderId_variantId: { orderId, variantId } },
      create: { orderId, variantId, quantity, expiresAt },
      update: { status: "held", quantity, expiresAt },
    });
  }
  if (existing.length > 0) await extendReservations(tx, orderId, expiresAt);
}

async function hold(tx: Tx, { variantId, quantity, sku }: Managed): Promise<void> {
  // The condition stands in the statement, so of two orders for the last unit one finds no row.
  const held = await tx.$executeRaw`
    UPDATE "stock_items" SET "reserved" = "reserved" + ${quantity}, "updated_at" = now()
    WHERE "variant_id" = ${variantId}::uuid AND "on_hand" - "reserved" >= ${quantity}`;
  if (held > 0) return;
  const stock = await tx.stockItem.findUnique({ where: { variantId } });
  const available = stock === null ? 0 : stock.onHand - stock.reserved;
  throw new DomainError("out_of_stock", "There is not enough of this in stock.", {
    sku,
    available,
  });
}

/** Never shortens: a longer hold was promised to somebody. */
export async function extendReservations(tx: Tx, orderId: string, expiresAt: Date): Promise<void> {
  await tx.stockReservation.updateMany({
    where: { orderId, status: "held", expiresAt: { lt: expiresAt } },
    data: { expiresAt },
  });
}

/**
 * Takes an order's stock for good, also where its hold was released in the meantime and there is still
 * enough. Either all of it or nothing: false means that nothing was taken.
 */
export async function commitReservations(tx: Tx, orderId: string): Promise<boolean> {
  const lines = await tx.orderLine.findMany({
    where: { orderId, variantId: { not: null } },
    select: { variantId: true, quantity: true },
  });
  const sold = lines.flatMap(({ variantId, quantity }) =>
    variantId === null ? [] : [{ variantId, quantity }],
  );
  const reservations = await tx.stockReservation.findMany({ where: { orderId } });
  const byVariant = new Map(reservations.map((row) => [row.variantId, row]));
  const due = (await managedLines(tx, sold)).filter(
    ({ variantId }) => byVariant.get(variantId)?.status !== "committed",
  );
  const isHeld = (variantId: string) => byVariant.get(variantId)?.status === "held";
  if (
    !(await isFree(
      tx,
      due.filter(({ variantId }) => !isHeld(variantId)),
    ))
  )
    return false;

  for (const { variantId, quantity } of due) {
    const held = isHeld(variantId) ? (byVariant.get(variantId)?.quantity ?? 0) : 0;
    await tx.$executeRaw`
      UPDATE "stock_items"
      SET "on_hand" = "on_hand" - ${quantity}, "reserved" = "reserved" - ${held}, "updated_at" = now()
      WHERE "variant_id" = ${variantId}::uuid`;
    await tx.stockReservation.upsert({
      where: { orderId_variantId: { orderId, variantId } },
      create: { orderId, variantId, quantity, status: "committed", expiresAt: new Date() },
      update: { status: "committed", quantity },
    });
  }
  return true;
}

/** Locks the rows, so that what is free now is still free when it is taken. */
async function isFree(tx: Tx, lines: Managed[]): Promise<boolean> {
  for (const { variantId, quantity } of lines) {
    const rows = await tx.$queryRaw<{ free: number }[]>`
      SELECT "on_hand" - "reserved" AS "free" FROM "stock_items"
      WHERE "variant_id" = ${variantId}::uuid FOR UPDATE`;
    if ((rows[0]?.free ?? 0) < quantity) return false;
  }
  return true;
}

/** Gives back what an order holds. What is committed stays sold. */
export async function releaseReservations(tx: Tx, orderId: string): Promise<void> {
  const held = await tx.stockReservation.findMany({
    where: { orderId, status: "held" },
    orderBy: { variantId: "asc" },
  });
  for (const { id, variantId, quantity } of held) {
    // Counted by the row that changes, so that two releases give back once.
    const { count } = await tx.stockReservation.updateMany({
      where: { id, status: "held" },
      data: { status: "released" },
    });
    if (count === 0) continue;
    await tx.$executeRaw`
      UPDATE "stock_items" SET "reserved" = "reserved" - ${quantity}, "updated_at" = now()
      WHERE "variant_id" = ${variantId}::uuid`;
  }
}

/** Puts back on the shelf what an order had taken: it was cancelled before it was sent. */
export async function restockReservations(tx: Tx, orderId: string): Promise<void> {
  const committed = await tx.stockReservation.findMany({
    where: { orderId, status: "committed" },
    orderBy: { variantId: "asc" },
  });
  for (const { id, variantId, quantity } of committed) {
    const { count } = await tx.stockReservation.updateMany({
      where: { id, status: "committed" },
      data: { status: "released" },
    });
    if (count === 0) continue;
    await tx.$executeRaw`
      UPDATE "stock_items" SET "on_hand" = "on_hand" + ${quantity}, "updated_at" = now()
      WHERE "variant_id" = ${variantId}::uuid`;
  }
}
