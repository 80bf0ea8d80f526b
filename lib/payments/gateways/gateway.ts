import type { GatewayAnswer, GatewayLook } from "@/lib/payments/core/gateway-answers";
import type { GatewayId, PaymentState, TransactionState } from "@/lib/payments/core/types";

/**
 * The port to whoever moves the money: our words in, our words out. What a gateway cannot do it
 * declares, so that the admin hides the button and the operation refuses before anything is written.
 */
export const capabilities = [
  "checkout_page",
  "authorize",
  "partial_capture",
  "partial_refund",
  "void",
] as const;
export type Capability = (typeof capabilities)[number];

export type OrderLineView = {
  variantId: string | null;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  totalMinor: number;
};

/** What of an order a gateway may show to the shopper. */
export type OrderDetails = {
  id: string;
  email: string;
  locale: string;
  totalMinor: number;
  shippingMinor: number;
  shippingName: string | null;
  lines: OrderLineView[];
};

/** One question to a gateway. `transaction.id` is its idempotency key. */
export type Ask = {
  transaction: TransactionState;
  payment: PaymentState;
};

/** Another total for a form that is open. `id` is its idempotency key, and the mark that it leaves. */
export type AmendAsk = Ask & { id: string; amountMinor: number };

export interface Gateway {
  readonly id: GatewayId;
  readonly capabilities: ReadonlySet<Capability>;
  /** Takes or holds money that no page has to collect. */
  pay(ask: Ask): Promise<GatewayAnswer>;
  /** Opens the page or form that collects the payment. */
  openCheckout(ask: Ask, order: OrderDetails): Promise<GatewayAnswer>;
  /** Changes what an open form costs, all at once or not at all. `order` is as it shall be. */
  amendCheckout(ask: AmendAsk, order: OrderDetails): Promise<GatewayAnswer>;
  capture(ask: Ask): Promise<GatewayAnswer>;
  refund(ask: Ask): Promise<GatewayAnswer>;
  void(ask: Ask): Promise<GatewayAnswer>;
  /** Everything that the gateway knows about a payment. */
  look(payment: PaymentState): Promise<GatewayLook>;
  /** The same for a payment of which only the gateway's id is known. */
  lookAtRef(gatewayRef: string): Promise<GatewayLook>;
  /** What the gateway holds or has taken since then, with the order that its metadata names. */
  takenSince(since: Date): Promise<{ gatewayRef: string; orderId: string | null }[]>;
  /** Makes sure that no money comes through this payment any more, and says how it ended. */
  close(payment: PaymentState): Promise<GatewayLook>;
}
