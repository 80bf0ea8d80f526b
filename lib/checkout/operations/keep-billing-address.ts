import { isDeepStrictEqual } from "node:util";
import { lockCart } from "@/lib/cart/store";
import { database } from "@/lib/db/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { addressSchema, type Address } from "@/lib/shipping/address";
import { addressOf, contactOf, type BillingContact } from "../billing-contact";
import { readDraft } from "../draft";
import { normalAddress } from "../form/problems";

type KeepBillingAddress = { orderId: string; contact: BillingContact };

/**
 * Keeps the billing address that was given beside the payment form, in the order and in the draft of its cart.
 * Goods, shipping and tax go by the shipping address, so the total stays what was shown, and the cart's version
 * does too: it is still the same order, and its payment form stays open.
 *
 * @throws DomainError wrong_state when the order is paid or cancelled already.
 */
export async function keepBillingAddress(command: KeepBillingAddress): Promise<Address> {
  const { orderId, contact } = command;
  const db = await database();
  const { cart } = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { cart: { select: { ref: true } } },
  });
  return inTransaction(async (tx) => {
    // First the cart and then its order, as everybody who locks both.
    if (cart !== null) await lockCart(tx, cart.ref);
    const order = await lockOpenOrder(tx, orderId);
    const before = addressSchema.parse(order.billingAddress);
    // An address that was only looked at keeps what Stripe's form does not have, such as the company.
    if (isDeepStrictEqual(contactOf(before), contact)) return before;
    const address = addressOf(contact);
    await tx.order.update({ where: { id: orderId }, data: { billingAddress: address } });
    const { cartId } = order;
    if (cartId !== null) await keepInDraft(tx, { cartId, version: order.cartVersion, address });
    return address;
  });
}

async function lockOpenOrder(tx: Tx, orderId: string) {
  await tx.$queryRaw`SELECT "id" FROM "orders" WHERE "id" = ${orderId}::uuid FOR UPDATE`;
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true, billingAddress: true, cartId: true, cartVersion: true },
  });
  if (order.status === "incomplete") return order;
  throw new DomainError("wrong_state", "This order is not waiting for its payment any more.");
}

type KeepInDraft = { cartId: string; version: number | null; address: Address };

/** So that the next order of this cart, after another choice of shipping, has it too. */
async function keepInDraft(tx: Tx, { cartId, version, address }: KeepInDraft): Promise<void> {
  const cart = await tx.cart.findUniqueOrThrow({
    where: { id: cartId },
    select: { version: true, checkout: true },
  });
  if (cart.version !== version) return;
  const draft = readDraft(cart.checkout);
  const isShipping = isDeepStrictEqual(address, normalAddress(draft.shipping));
  const checkout = { ...draft, billing: isShipping ? null : address };
  await tx.cart.update({ where: { id: cartId }, data: { checkout } });
}
