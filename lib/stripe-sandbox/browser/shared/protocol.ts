import type { Appearance, StripeCheckoutContact, StripeError } from "@stripe/stripe-js";

/**
 * What a field frame and the store's page may say to each other.
 *
 * A frame is a document of the sandbox's origin inside the store's page. It keeps what the shopper
 * types to itself: the page learns whether a form is complete and gets ids of payment methods.
 */
export type FrameFont = {
  cssSrc?: string;
  family?: string;
  src?: string;
  weight?: string;
  style?: string;
};

export type SavedCard = {
  id: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
};

/** The payment that a frame collects for, as far as its form shows it. */
export type FramePayment = {
  mode: "payment" | "setup";
  amount: number | null;
  currency: string | null;
  merchantName: string;
  methodTypes: string[];
  savedCards: SavedCard[];
  canRemoveSavedCards: boolean;
  offersSaving: boolean;
  /** An e-mail that the session already has, so that no method asks for it again. */
  email: string | null;
  country: string | null;
  /** Addresses that the session knows already: their elements begin with them. */
  billing: StripeCheckoutContact | null;
  shipping: StripeCheckoutContact | null;
};

export type FrameInit = {
  publishableKey: string;
  stripeAccount: string | undefined;
  locale: string;
  appearance: Appearance;
  fonts: FrameFont[];
  /** `elementType` of Stripe.js: a frame document can serve several kinds. */
  elementType: string;
  /** Frames of one `elements()` group find each other by this name, unseen by the store's page. */
  group: string;
  options: Record<string, unknown>;
  payment: FramePayment | null;
};

export type FrameUpdate = Partial<
  Pick<FrameInit, "appearance" | "fonts" | "options" | "payment" | "locale">
>;

export type ToFrame =
  | { kind: "init"; init: FrameInit }
  | { kind: "update"; update: FrameUpdate }
  | { kind: "act"; act: "focus" | "blur" | "clear" | "collapse" }
  /** The page has given the frame this width: how high is it now? */
  | { kind: "measure"; width: number }
  | { kind: "call"; call: number; method: FrameMethod; params: Record<string, unknown> };

export type FrameMethod =
  "validate" | "createPaymentMethod" | "createToken" | "value" | "pay" | "paymentFailed";

export type FromFrame =
  | { kind: "hello" }
  | { kind: "height"; px: number }
  | { kind: "event"; name: string; payload: Record<string, unknown> }
  | { kind: "answer"; call: number; answer: FrameAnswer };

export type FrameAnswer = { error: StripeError } | { error?: undefined; value: unknown };

export const frameProtocol = "sandbox-frame-1";

export type Envelope<Message> = { protocol: typeof frameProtocol; message: Message };

/** Frames talk JSON of our own making; anything else in the message channel is somebody else's. */
export function isEnvelope<Message>(data: unknown): data is Envelope<Message> {
  return (
    typeof data === "object" && data !== null && Reflect.get(data, "protocol") === frameProtocol
  );
}
