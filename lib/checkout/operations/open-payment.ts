import { DomainError } from "@/lib/errors";
import {
  startCheckoutPayment,
  type CheckoutPayment,
} from "@/lib/payments/operations/start-checkout-payment";
import { within } from "@/lib/orders/within";
import { paymentLinks, type PayingFrom } from "../payment-links";
import { applyGiftCards, findTender } from "./apply-gift-cards";
import { holdOrder } from "./hold-order";

const patienceMs = 10_000;

type OpenPayment = {
  order: { id: string; accessToken: string; totalMinor: number };
  collectedBy: "elements" | "embedded" | "hosted";
  from: PayingFrom;
  /** A signed-in shopper whom the gateway knows: their cards are offered, and may be kept. */
  payer?: { customerRef: string; keepCard: "offered" | "agreed" } | null;
};

export type OpenedPayment =
  | { is: "open"; payment: CheckoutPayment; heldUntil: Date }
  /** The order is paid, cancelled, or being paid: its own page knows more. */
  | { is: "over" }
  /** The hold on the goods had ended, and they are sold out or cost something else now. */
  | { is: "changed" }
  | { is: "gateway_down" };

/**
 * The payment page of an order: the one that is open already, or a new one. First the goods are held
 * for as long as it takes to pay, so that nobody pays for what is gone.
 */
export function openPayment(command: OpenPayment): Promise<OpenedPayment> {
  // A late answer is not lost: the next try asks with the same key and is given the same page.
  return within(patienceMs, open(command), { is: "gateway_down" });
}

async function open({ order, collectedBy, from, payer }: OpenPayment): Promise<OpenedPayment> {
  try {
    const hold = await holdOrder(order.id);
    if (hold.is === "prices_changed") return { is: "changed" };
    // Held before the page is made, which then asks for the rest. A card that would pay all of it is asked
    // for by a button of its own, never by opening a page.
    const { giftCards, payMinor } = await findTender(order);
    if (giftCards.length > 0 && payMinor === 0) return { is: "changed" };
    if (giftCards.length > 0) await applyGiftCards(order);
    const links = paymentLinks(order.accessToken, from);
    const command = { orderId: order.id, collectedBy, actor: "shopper", ...links, ...payer };
    const payment = await startCheckoutPayment(command);
    return { is: "open", payment, heldUntil: hold.until };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return outcomeOf(error);
  }
}

function outcomeOf(error: DomainError): Exclude<OpenedPayment, { is: "open" }> {
  switch (error.code) {
    case "out_of_stock":
    case "cart_changed":
      return { is: "changed" };
    case "wrong_state":
    case "order_not_payable":
    case "order_cancelled":
      return { is: "over" };
    case "gateway_down":
    case "gateway_disabled":
    case "gateway_declined":
    case "key_in_progress":
      return { is: "gateway_down" };
    default:
      throw error;
  }
}
