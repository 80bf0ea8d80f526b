import { writeExtras } from "@/lib/cart/named/extras/write";
import { readNamedCart } from "@/lib/cart/named/view";
import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { closeOrderPayments } from "@/lib/payments/operations/close-order-payments";
import type { PayOrder, PaymentView } from "@/lib/payments/operations/pay-order";
import { payOrderAnew } from "@/lib/payments/operations/pay-order-anew";
import { placeClientOrder } from "./place-client-order";

export type PayClientCart = {
  cartRef: string;
  channel: string;
  actor: string;
  payment: Omit<PayOrder, "orderId" | "actor">;
  /** The payment that this one takes the place of, as the gateway calls it; left out: there is none. */
  insteadOf?: string;
};

/**
 * Begins the payment of a cart that is not checked out yet: its order is written, and waits to be told whom it
 * is for. Asked again for the same it gives the same payment; when the cart has changed since, the one before is
 * closed at its gateway, and this is another one.
 *
 * @throws DomainError not_found when `insteadOf` is no payment of this cart; as `placeClientOrder` and
 *   `payOrderAnew` do
 */
export async function payClientCart(command: PayClientCart): Promise<PaymentView> {
  const { cartRef, channel, actor, insteadOf } = command;
  if (insteadOf !== undefined) await requireIntent(cartRef, insteadOf);
  const { id: orderId } = await placeClientOrder({ cartRef, channel, actor, details: null });
  const payment = await payOrderAnew({ ...command.payment, orderId, actor });
  const { gatewayRef } = payment;
  if (gatewayRef !== null) await remember(cartRef, { orderId, intentId: gatewayRef });
  return payment;
}

async function requireIntent(cartRef: string, intentId: string): Promise<void> {
  const cart = await inTransaction((tx) => readNamedCart(tx, cartRef));
  if (cart?.extras.payment?.intentId === intentId) return;
  throw new DomainError("not_found", "Payment not found");
}

/** It is no change of what is bought, so the cart's version stays. */
async function remember(
  cartRef: string,
  payment: { orderId: string; intentId: string } | null,
): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM carts WHERE ref = ${cartRef} FOR UPDATE`;
    const cart = await readNamedCart(tx, cartRef);
    if (cart !== null) await writeExtras(tx, cart.id, { ...cart.extras, payment });
  });
}

/** Closes at the gateway what was begun. @throws DomainError wrong_state when it was paid meanwhile */
export async function dropCartPayment(command: { cartRef: string; actor: string }): Promise<void> {
  const { cartRef, actor } = command;
  const cart = await inTransaction((tx) => readNamedCart(tx, cartRef));
  const payment = cart?.extras.payment ?? null;
  if (payment === null) return;
  await closeOrderPayments({ orderId: payment.orderId, actor });
  await remember(cartRef, null);
}
