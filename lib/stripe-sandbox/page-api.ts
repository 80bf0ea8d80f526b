import type Stripe from "stripe";
import type { LineItem } from "./wire";

/**
 * What the sandbox's pages may ask of its state. Pages are pure functions of a request and this; the
 * server half implements it.
 */
export interface PageApi {
  merchant: string;
  checkoutPage(sessionId: string): CheckoutPage | null;
  /** The address of a new session in place of one that expired, or null. */
  recoverSession(sessionId: string): Promise<string | null>;
  /** Where a visit to a connected account's onboarding leads, or null. */
  openAccountLink(id: string): Promise<string | null>;
  paymentIntent(id: string): Stripe.PaymentIntent | null;
  setupIntent(id: string): Stripe.SetupIntent | null;
  charge(id: string): Stripe.Charge | null;
  refundsOf(chargeId: string): Stripe.Refund[];
  challenge(id: string): Challenge | null;
  /** Lets the intent go on, or fail. A challenge that is not open any more is returned as it is. */
  resolveChallenge(id: string, outcome: "complete" | "fail"): Promise<Challenge>;
  portal(sessionId: string): PortalPage | null;
  /** Sets the customer's default payment method. */
  portalSetDefault(sessionId: string, paymentMethodId: string): Promise<void>;
  /** Takes a payment method off the customer. */
  portalRemove(sessionId: string, paymentMethodId: string): Promise<void>;
}

export type Challenge = {
  id: string;
  kind: "three_d_secure" | "redirect" | "voucher";
  status: "open" | "completed" | "failed";
  paymentMethodType: string;
  /** Minor units; 0 for a setup intent. */
  amount: number;
  currency: string;
  merchant: string;
  /**
   * Where the shopper goes next, complete with `payment_intent`, `redirect_status` and so on (or with
   * the session's id in a checkout's own address); null when nobody said. Follows the status.
   */
  returnUrl: string | null;
  intentId: string;
  clientSecret: string;
};

/** A checkout session as its page and Stripe.js see it (`GET /v1/payment_pages/:id`). */
export type CheckoutPage = {
  object: "payment_page";
  session: CheckoutPageSession;
  payment_method_types: string[];
  merchant: { display_name: string; return_origin?: string };
  saved_payment_methods: Stripe.PaymentMethod[];
  payment_intent: Stripe.PaymentIntent | null;
  setup_intent: Stripe.SetupIntent | null;
  last_payment_error: Stripe.PaymentIntent.LastPaymentError | null;
  /** The shipping options as whole rates, in the session's order; the chosen one is `shipping_rate`. */
  shipping_rates: Stripe.ShippingRate[];
  shipping_rate: string | null;
  /** What `optional_items` are: their prices with the names of their products. */
  optional_prices: OptionalPrice[];
  /** The code that was applied, with what it takes off. */
  promotion_code: { id: string; code: string; amount_off: number } | null;
};

export type OptionalPrice = {
  id: string;
  unit_amount: number | null;
  name: string;
  description: string | null;
  images: string[];
};

export type CheckoutPageSession = Omit<Stripe.Checkout.Session, "line_items"> & {
  line_items: { object: "list"; data: LineItem[]; has_more: boolean; url: string };
};

export type PortalPage = {
  customer: Stripe.Customer;
  merchant: string;
  locale: string | null;
  returnUrl: string | null;
  paymentMethods: Stripe.PaymentMethod[];
  defaultPaymentMethod: string | null;
};
