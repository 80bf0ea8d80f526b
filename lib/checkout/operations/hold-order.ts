import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { extendReservations, reserveStock } from "@/lib/inventory/reservations";
import { takeUsesAgain } from "@/lib/promotions/uses";
import { holdUntil } from "../hold";

/** "prices_changed": the hold had ended, and the order would cost something else now; nothing was reserved. */
export type Hold = { is: "held"; until: Date } | { is: "prices_changed" };

/**
 * Makes sure that an order which is about to be paid has its goods: holds them for longer, or again
 * where the hold had ended. While it holds them, it keeps its prices too.
 *
 * @throws DomainError out_of_stock; wrong_state when the order is paid or cancelled already.
 */
export async function holdOrder(orderId: string): Promise<Hold> {
  const until = holdUntil(new Date());
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
    const order = await findOpenOrder(tx, orderId);
    const { reservations } = order;
    const isHeld = reservations.every(({ status }) => status === "held");
    // Goods that nobody counts are not held: only its codes tell whether such an order still stands.
    const limit = isHeld && reservations.length > 0 ? null : await takeUsesAgain(tx, orderId);
    if (limit !== null) {
      await startOver(tx, order.cartId);
      return { is: "prices_changed" };
    }
    if (isHeld) {
      await extendReservations(tx, orderId, until);
      return { is: "held", until };
    }
    if (order.lines.some((line) => currentPrice(line, order.currency) !== line.unitPriceMinor)) {
      await startOver(tx, order.cartId);
      return { is: "prices_changed" };
    }
    const wanted = order.lines.flatMap(({ variantId, quantity }) =>
      variantId === null ? [] : [{ variantId, quantity }],
    );
    await reserveStock(tx, orderId, wanted, until);
    return { is: "held", until };
  });
}

async function findOpenOrder(tx: Tx, orderId: string) {
  const prices = { select: { currency: true, amountMinor: true } };
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      status: true,
      currency: true,
      cartId: true,
      reservations: { select: { status: true } },
      lines: {
        select: {
          variantId: true,
          quantity: true,
          unitPriceMinor: true,
          variant: { select: { prices } },
        },
      },
    },
  });
  if (order.status === "incomplete") return order;
  const message = order.status === "cancelled" ? "was cancelled" : "is already paid";
  throw new DomainError("wrong_state", `This order ${message}.`, { status: order.status });
}

type PricedVariant = {
  variant: { prices: { currency: string; amountMinor: bigint }[] } | null;
};

function currentPrice({ variant }: PricedVariant, currency: string): bigint | null {
  const price = variant?.prices.find((candidate) => candidate.currency === currency);
  return price?.amountMinor ?? null;
}

/** A new version of the cart: its next order is made of today's prices, and this one gives way. */
async function startOver(tx: Tx, cartId: string | null): Promise<void> {
  if (cartId === null) return;
  await tx.cart.update({ where: { id: cartId }, data: { version: { increment: 1 } } });
}
