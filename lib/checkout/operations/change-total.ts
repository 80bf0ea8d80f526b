import { lockCart } from "@/lib/cart/store";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { localeOfTag } from "@/lib/i18n/locales";
import { amendablePayment } from "@/lib/payments/core/amendment";
import { carryOutAmendment } from "@/lib/payments/operations/amend-checkout";
import { addAmendment } from "@/lib/payments/store/amendments";
import { lockOrder } from "@/lib/payments/store/orders";
import { redeemPromotions } from "@/lib/promotions/uses";
import { findShippingRates } from "@/lib/shipping/rates";
import { findTaxRules, type TaxRules } from "@/lib/tax/rates";
import { readCart, type CheckoutCart } from "../cart";
import { findOrderTax } from "../find-tax";
import { planOrder, type OrderPlan } from "../plan-order";
import { parcelOf } from "../price-cart";
import { amendmentPlan, isSameBut, readPlaced, saysSame } from "../amended-order";

export type ChangeTotal = {
  cartRef: string;
  channel: string;
  locale: string;
  shopperId: string | null;
};

type Decision =
  /** The order of this version is there already: nothing has to be asked. */
  | { is: "same" }
  | { is: "ask"; amendmentId: string }
  /** An earlier change is not settled. */
  | { is: "settle_first"; amendmentId: string }
  | { is: "anew" };

/**
 * Makes the open order of a cart say what the cart says now, and leaves its payment form open: the same
 * order, the same payment, the same Checkout Session, another total. "anew": that cannot be done safely
 * (other goods, another address, gift cards, a form that is not ours, a gateway that refuses or is silent),
 * and `placeOrder` makes a new order, which closes the old form first and so settles what was asked here.
 */
export async function changeTotal(command: ChangeTotal): Promise<"changed" | "anew"> {
  for (let round = 0; round < 3; round += 1) {
    const decision = await storeChange(command);
    if (decision.is === "anew") return "anew";
    if (decision.is === "same") return "changed";
    const outcome = await carryOutAmendment(decision.amendmentId);
    if (decision.is === "ask") return outcome === "applied" ? "changed" : "anew";
    if (outcome === "pending") return "anew";
  }
  return "anew";
}

/**
 * Decides, and writes down what is going to be asked. What keeps an order from being changed keeps it from
 * being made too, and is told there.
 */
export async function storeChange(command: ChangeTotal): Promise<Decision> {
  try {
    // Stripe Tax is asked before the transaction, which prices with its answer only what it was about.
    const quoted = await findOrderTax(command.cartRef);
    return await inTransaction((tx) => decide(tx, command, quoted));
  } catch (error) {
    if (error instanceof DomainError) return { is: "anew" };
    throw error;
  }
}

async function decide(tx: Tx, command: ChangeTotal, quoted: TaxRules | null): Promise<Decision> {
  // Cart before order, as `placeOrder` locks them: of two tabs one waits, and sees what the other has done.
  const known = await lockCart(tx, command.cartRef);
  const cart = known && (await readCart(tx, command.cartRef, localeOfTag(command.locale)));
  if (cart === null) return { is: "anew" };
  const rivals = { OR: [{ status: "incomplete" as const }, { cartVersion: cart.version }] };
  const where = { cartId: cart.id, ...rivals };
  const [only, ...others] = await tx.order.findMany({ where, select: { id: true } });
  // Also where this version has made an order already that was cancelled: the next one gets another version.
  if (only === undefined || others.length > 0) return { is: "anew" };
  const order = await lockOrder(tx, only.id);
  const [amendmentId] = order.payments.flatMap((payment) => payment.amendmentId ?? []);
  if (amendmentId !== undefined) return { is: "settle_first", amendmentId };
  if (order.status !== "incomplete") return { is: "anew" };
  if (order.cartVersion === cart.version) return { is: "same" };

  const payment = amendablePayment(order, new Date());
  const placed = await readPlaced(tx, order.id);
  const plan = await planNow(tx, cart, quoted);
  if (payment === null || !isSameBut(placed, plan, command)) return { is: "anew" };
  if (saysSame(placed, plan)) {
    await tx.order.update({ where: { id: order.id }, data: { cartVersion: cart.version } });
    return { is: "same" };
  }
  const added = await countUses(tx, order.id, plan);
  return {
    is: "ask",
    amendmentId: await addAmendment(tx, {
      orderId: order.id,
      paymentId: payment.id,
      fromMinor: order.totalMinor,
      toMinor: plan.totalMinor,
      plan: amendmentPlan(plan, added),
      cartVersion: cart.version,
    }),
  };
}

async function planNow(tx: Tx, cart: CheckoutCart, quoted: TaxRules | null): Promise<OrderPlan> {
  const { shipping } = cart.draft;
  const rates = await findShippingRates(tx, parcelOf(cart, shipping));
  const tax = quoted ?? (await findTaxRules(tx, shipping));
  return planOrder(cart, { rates, tax, now: new Date() });
}

/**
 * Codes that are new to the order count as used from here on, because what the gateway is asked cannot be
 * taken back when a code is used up meanwhile. What they take off is written when it is applied.
 *
 * @throws DomainError wrong_state when a limit is reached
 */
async function countUses(tx: Tx, orderId: string, { email, promotions }: OrderPlan) {
  const used = await tx.promotionRedemption.findMany({ where: { orderId } });
  const isNew = ({ id }: { id: string }) => used.every(({ promotionId }) => promotionId !== id);
  const added = promotions.filter(isNew).map((one) => ({ ...one, discountMinor: 0 }));
  await redeemPromotions(tx, { orderId, email, promotions: added });
  return added.map(({ id }) => id);
}
