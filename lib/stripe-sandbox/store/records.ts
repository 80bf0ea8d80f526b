import type Stripe from "stripe";
import type { LineItem } from "../wire";

/** What the sandbox remembers beside Stripe's own objects. None of it is ever answered as it is. */

/** The number behind a payment method or token: it decides how the payment will behave. */
export type Secret = {
  id: string;
  number: string;
  cvc: string | null;
  /** The shopper agreed to later payments: off session it needs no authentication any more. */
  setUp?: boolean;
  /** Charged without a customer, or detached: a method like this works only once. */
  consumed?: boolean;
  /** A bank account whose owner named the small amounts that were sent to it. */
  verified?: boolean;
};

export type ChallengeKind = "three_d_secure" | "redirect" | "voucher";

/** A page on which the shopper must act before the intent can go on. */
export type ChallengeRecord = {
  id: string;
  intent: string;
  kind: ChallengeKind;
  status: "open" | "completed" | "failed";
  paymentMethodType: string;
  returnUrl: string | null;
  created: number;
};

/** Something that will happen by itself: a bank debit settles, an authorization expires. */
export type Timer = {
  id: string;
  kind: TimerKind;
  /** The object that it is about. */
  target: string;
  /** Unix seconds on the sandbox's clock. */
  due: number;
};

export type TimerKind =
  "settle_intent" | "expire_authorization" | "expire_session" | "expire_voucher" | "settle_refund";

/** What a checkout session keeps of its parameters until it is confirmed. */
export type SessionState = {
  id: string;
  items: LineItem[];
  intentData: {
    capture_method: "automatic" | "automatic_async" | "manual" | null;
    metadata: Record<string, string>;
    description: string | null;
    setup_future_usage: "off_session" | "on_session" | null;
    receipt_email: string | null;
    statement_descriptor: string | null;
    statement_descriptor_suffix: string | null;
    transfer_group: string | null;
    on_behalf_of: string | null;
    application_fee_amount: number | null;
    transfer_data: { destination: string; amount?: number } | null;
    shipping: Stripe.PaymentIntent.Shipping | null;
  };
  setupData: { metadata: Record<string, string>; description: string | null };
  /** The coupon that lowers the total, with the promotion code that brought it, if any. */
  discount: { coupon: string; promotionCode: string | null } | null;
  /** The offered rates, in order; `shippingRate` is the chosen one. */
  shippingRates: string[];
  shippingRate: string | null;
  lastError: Stripe.PaymentIntent.LastPaymentError | null;
  returnUrl: string | null;
  savePaymentMethod: boolean;
  /** What of a known customer follows what the shopper typed; missing in older journals. */
  customerUpdate?: { address: boolean; name: boolean; shipping: boolean };
};

export type StoredAnswer = {
  id: string;
  /** A digest of method, path and body: the same key with another digest is an error. */
  digest: string;
  /** Missing in journals of before it was kept. */
  path?: string;
  status: number;
  body: object;
  requestId: string;
  created: number;
};

export type Delivery = {
  id: string;
  /** The account whose event it is. */
  account: string;
  event: string;
  endpoint: string;
  status: "pending" | "delivered" | "failed";
  attempts: DeliveryAttempt[];
  /** Milliseconds on the sandbox's clock at which the next attempt starts. */
  dueMs: number;
};

export type DeliveryAttempt = { at: number; status: number | null; error: string | null };

export type EndpointSecret = { id: string; secret: string; connect: boolean };

/** A value of the sandbox itself, such as how far its clock was moved. */
export type Setting = { id: string; value: string };
