import { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { newId } from "@/lib/ids";

/**
 * Stock is taken in two steps: held while the shopper pays, committed once the order is paid or
 * authorized. What is held counts in `reserved`, what is committed has left `onHand`. Rows are always
 * touched in the order of their variant's id, so two orders never wait for each other in a circle.
 */
export type StockLine = { variantId: string; quantity: number };

/** A line whose stock is counted, with what its order has of it already. */
type Managed = StockLine & {
  sku: string;
  status: "held" | "committed" | "released" | null;
  reserved: number;
};

/** Lines of one variant become one; what is never counted is left out. */
function managedLines(tx: Tx, orderId: string, wanted: Prisma.Sql): Promise<Managed[]> {
  return tx.$queryRaw<Managed[]>`
    SELECT v.id AS "variantId", v.sku, w.quantity, r.status::text AS status,
      coalesce(r.quantity, 0) AS reserved
    FROM (SELECT id, sum(quantity)::int AS quantity FROM (${wanted}) lines GROUP BY id) w
    JOIN variants v ON v.id = w.id AND v.manages_stock
    LEFT JOIN stock_reservations r ON r.order_id = ${orderId}::uuid AND r.variant_id = v.id
    ORDER BY v.id`;
}

const linesOf = (orderId: string) => Prisma.sql`
  SELECT variant_id AS id, quantity FROM order_lines
  WHERE order_id = ${orderId}::uuid AND variant_id IS NOT NULL`;

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
  if (lines.length === 0) return;
  const ids = lines.map(({ variantId }) => variantId);
  const quantities = lines.map(({ quantity }) => quantity);
  const wanted = Prisma.sql`
    SELECT * FROM unnest(${ids}::uuid[], ${quantities}::int[]) AS line (id, quantity)`;
  await reserve(tx, orderId, await managedLines(tx, orderId, wanted), expiresAt);
}

/**
 * The same for all that the order has. `beforeAgain` runs first where an earlier hold was released, or where
 * nothing can tell because none of its goods are counted.
 *
 * @throws DomainError out_of_stock with { sku, available }, and whatever `beforeAgain` throws
 */
export async function reserveOrderStock(
  tx: Tx,
  orderId: string,
  expiresAt: Date,
  beforeAgain: () => Promise<void>,
): Promise<void> {
  const lines = await managedLines(tx, orderId, linesOf(orderId));
  if (lines.length === 0 || lines.some(({ status }) => status === "released")) await beforeAgain();
  await reserve(tx, orderId, lines, expiresAt);
}

async function reserve(tx: Tx, orderId: string, lines: Managed[], expiresAt: Date): Promise<void> {
  for (const line of lines) {
    if (line.status !== "held" && line.status !== "committed") {
      await hold(tx, orderId, line, expiresAt);
    }
  }
  if (lines.some(({ status }) => status === "held")) {
    await extendReservations(tx, orderId, expiresAt);
  }
}

async function hold(
  tx: Tx,
  orderId: string,
  { variantId, quantity, sku }: Managed,
  expiresAt: Date,
): Promise<void> {
  // The condition stands in the statement, so of two orders for the last unit one finds no row.
  const held = await tx.$executeRaw`
    WITH taken AS (
      UPDATE stock_items SET reserved = reserved + ${quantity}, updated_at = now()
      WHERE variant_id = ${variantId}::uuid AND on_hand - reserved >= ${quantity}
      RETURNING variant_id
    )
    INSERT INTO stock_reservations (id, order_id, variant_id, quantity, expires_at)
    SELECT ${newId()}::uuid, ${orderId}::uuid, variant_id, ${quantity}, ${expiresAt} FROM taken
    ON CONFLICT (order_id, variant_id) DO UPDATE
    SET status = 'held', quantity = EXCLUDED.quantity, expires_at = EXCLUDED.expires_at,
      updated_at = now()`;
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
  await tx.$executeRaw`
    UPDATE stock_reservations SET expires_at = ${expiresAt}, updated_at = now()
    WHERE order_id = ${orderId}::uuid AND status = 'held' AND expires_at < ${expiresAt}`;
}

/**
 * Takes an order's stock for good, also where its hold was released in the meantime and there is still
 * enough. Either all of it or nothing: false means that nothing was taken.
 */
export async function commitReservations(tx: Tx, orderId: string): Promise<boolean> {
  const lines = await managedLines(tx, orderId, linesOf(orderId));
  const due = lines.filter(({ status }) => status !== "committed");
  const unheld = due.filter(({ status }) => status !== "held");
  if (!(await isFree(tx, unheld))) return false;
  for (const { variantId, quantity, status, reserved } of due) {
    const held = status === "held" ? reserved : 0;
    await tx.$executeRaw`
      WITH sold AS (
        UPDATE stock_items
        SET on_hand = on_hand - ${quantity}, reserved = reserved - ${held}, updated_at = now()
        WHERE variant_id = ${variantId}::uuid
      )
      INSERT INTO stock_reservations (id, order_id, variant_id, quantity, status, expires_at)
      VALUES (${newId()}::uuid, ${orderId}::uuid, ${variantId}::uuid, ${quantity}, 'committed', now())
      ON CONFLICT (order_id, variant_id) DO UPDATE
      SET status = 'committed', quantity = EXCLUDED.quantity, updated_at = now()`;
  }
  return true;
}

/** Locks the rows, so that what is free now is still free when it is taken. */
async function isFree(tx: Tx, lines: StockLine[]): Promise<boolean> {
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
