/**
 * The words of the payments domain: plain data, amounts in whole minor units of the order's currency.
 * Rows of the database are turned into these in `store/read.ts`, answers of gateways in
 * `gateways/*`; everything in `core/` knows only these.
 */
export const gatewayIds = ["manual", "stripe", "stripe_connect", "gift_card"] as const;
export type GatewayId = (typeof gatewayIds)[number];

/** Who sends us webhooks. */
export type WebhookSource = Exclude<GatewayId, "manual" | "gift_card">;

export type IncomingEvent = {
  source: WebhookSource;
  externalId: string;
  type: string;
  body: string;
};

export type PaymentMethod = "purchase" | "authorize";
export type CollectedBy = "elements" | "embedded" | "hosted" | "api" | "card_present" | "offline";

export type TransactionKind = "authorize" | "purchase" | "capture" | "refund" | "void";
export type TransactionStatus = "pending" | "requires_action" | "succeeded" | "failed" | "unknown";
export type TransactionEvent =
  "succeed" | "decline" | "challenge" | "wait" | "lose" | "abandon" | "reverse";

export type Mechanism = "automatic" | "manual";

/** What the shopper must do: fill in the gateway's form, prove who they are, or pay a voucher elsewhere. */
export type NextAction = {
  kind: "collect" | "authenticate" | "voucher";
  clientSecret: string | null;
  url: string | null;
};

/** What was paid with. `multicapture`: what is held may be captured in several parts. */
export type Instrument = {
  kind: string;
  brand: string | null;
  last4: string | null;
  wallet?: string | null;
  multicapture?: boolean;
  expMonth?: number | undefined;
  expYear?: number | undefined;
  holder?: string | undefined;
  funding?: string | undefined;
  authorizationCode?: string | undefined;
  /** The gateway's id of what was paid with. */
  methodRef?: string | undefined;
  /** The reusable card that was made of the one at the reader; absent where none can be. */
  generatedRef?: string | undefined;
  /** What of the amount the shopper added at the reader. */
  tipMinor?: number | undefined;
  /** What a printed receipt must show of a card at a reader, by its EMV name. */
  receipt?: Record<string, string> | undefined;
};

/** What a gateway must be told beside the amount; kept so that a crash between beats loses nothing. */
export type TransactionRequest = {
  source?: string | undefined;
  /** No source: the shopper's browser confirms the payment with the gateway's own script. */
  clientConfirms?: boolean | undefined;
  /** What is paid with is kept for its customer, to be used again while they are there, or away. */
  keepFor?: "on_session" | "off_session" | undefined;
  /** Nothing but a card is taken, and it may be kept for later where `keep` says so. */
  card?: { keep: boolean } | undefined;
  customerRef?: string | undefined;
  /** The owner of the card is away, and nobody can answer the bank. */
  offSession?: true | undefined;
  receiptEmail?: string | undefined;
  returnUrl?: string | undefined;
  cancelUrl?: string | undefined;
  reason?: string | undefined;
  /** False: more captures of the same payment may follow. */
  finalCapture?: boolean | undefined;
  applicationFeeMinor?: number | undefined;
  /** Asks the gateway to allow several captures of what it holds, where it can. */
  severalCaptures?: boolean | undefined;
  /** What is held is captured by itself as soon as the order is placed: its goods are confirmed then. */
  captureWhenPlaced?: boolean | undefined;
  page?: PageRequest | undefined;
};

/** How the page that collects a payment looks and what it offers, as it was set when it was asked for. */
export type PageRequest = {
  /** The gateway's names of what may be paid with; left out: all that its account offers. */
  methods?: string[] | undefined;
  branding?:
    { name: string; buttonColor: string; backgroundColor: string; logoUrl: string } | undefined;
  texts?: { submit: string; afterSubmit: string; shippingAddress: string } | undefined;
  /** Prices that the gateway knows by a reference of its own. */
  prices?: { variantId: string; unitMinor: number; ref: string }[] | undefined;
  /** "offered": the page asks; "agreed": the shopper has agreed to later charges already. */
  keepCard?: "offered" | "agreed" | undefined;
};

export type TransactionState = {
  id: string;
  paymentId: string;
  orderId: string;
  kind: TransactionKind;
  status: TransactionStatus;
  currency: string;
  amountMinor: number;
  gatewayRef: string | null;
  request: TransactionRequest;
  idempotencyKey: string | null;
  requestHash: string | null;
  /** shopper, merchant:<id>, gateway, system */
  actor: string;
  reason: string | null;
  note: string | null;
  mechanism: Mechanism;
  failureCode: string | null;
  failureMessage: string | null;
  /** How many answers the gateway has given. Zero: the first question may still be under way. */
  attempts: number;
  nextLookAt: Date | null;
  settledAt: Date | null;
  createdAt: Date;
};

export type PaymentState = {
  id: string;
  orderId: string;
  gateway: GatewayId;
  collectedBy: CollectedBy;
  method: PaymentMethod;
  currency: string;
  amountMinor: number;
  authorizedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  voidedMinor: number;
  gatewayRef: string | null;
  sessionRef: string | null;
  sessionExpiresAt: Date | null;
  nextAction: NextAction | null;
  captureBefore: Date | null;
  instrument: Instrument | null;
  closedAt: Date | null;
  reference: string | null;
  createdAt: Date;
  /** A change of its amount that is asked of the gateway and not settled. */
  amendmentId?: string | null | undefined;
  /** Oldest first. */
  transactions: TransactionState[];
};

export type OrderStatus = "incomplete" | "processing" | "complete" | "cancelled";
export type OrderPaymentStatus =
  | "unpaid"
  | "partially_authorized"
  | "authorized"
  | "partially_paid"
  | "paid"
  | "partially_refunded"
  | "refunded"
  | "voided"
  | "free";

export type OrderState = {
  id: string;
  number: number | null;
  status: OrderStatus;
  payment: OrderPaymentStatus;
  currency: string;
  totalMinor: number;
  email: string;
  locale: string;
  cartId: string | null;
  cartVersion: number | null;
  placedAt: Date | null;
  /** Oldest first. */
  payments: PaymentState[];
};

/** A transaction that is decided on and not yet written. */
export type TransactionPlan = {
  paymentId: string;
  kind: TransactionKind;
  amountMinor: number;
  mechanism: Mechanism;
  request: TransactionRequest;
  actor: string;
  reason: string | null;
  note: string | null;
  idempotencyKey: string | null;
  requestHash: string | null;
};
