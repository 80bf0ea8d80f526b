import type { Translator } from "@/lib/i18n/translator";
import type { Currency } from "@/lib/money/currency";
import type { TaxLine } from "@/lib/tax/tax";

/** What a mail is about. `facts` are what the order itself does not say. */
export type MailCause =
  | { kind: "order_confirmation"; facts?: Record<string, never> }
  | { kind: "order_refunded"; facts: { amountMinor: number } }
  /** `code`: the gateway's, of why; null where nobody knows. */
  | { kind: "payment_failed"; facts: { code: string | null } }
  | { kind: "action_needed"; facts: { amountMinor: number } }
  /** Somebody asked for a link; it is written for a day. */
  | { kind: "order_link"; facts?: Record<string, never> }
  | { kind: "order_cancelled"; facts?: { why?: "sold_out" } }
  | {
      kind: "order_shipped";
      facts?: {
        carrier?: string | null;
        trackingNumber?: string | null;
        trackingUrl?: string | null;
      };
    };

/** About an account; `url` is where its button leads. */
export type AccountCause = {
  kind: "verify_email" | "account_exists" | "reset_password";
  email: string;
  locale: string;
  url: string;
};

/** The order as a mail shows it. Amounts are minor units of `currency`. */
export type MailOrder = {
  number: number | null;
  url: string;
  locale: string;
  currency: Currency;
  email: string;
  name: string;
  placedAt: Date | null;
  shippingName: string | null;
  /** One entry per line of print; empty where nothing is shipped. */
  shippingAddress: string[];
  billingAddress: string[];
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  taxIncluded: boolean;
  taxLines: TaxLine[];
  codes: { code: string; discountMinor: number; freeShipping: boolean }[];
  giftCards: { last4: string; amountMinor: number }[];
  totalMinor: number;
  /** Everything that was given back so far. */
  refundedMinor: number;
  lines: {
    title: string;
    variantTitle: string;
    quantity: number;
    totalMinor: number;
  }[];
};

/** A letter with all that a layout needs. `order`: shown below the letter, where there is one. */
export type MailParts = {
  letter: Letter;
  order: MailOrder | null;
  t: Translator<"mail">;
  footer: string;
};

/** A mail before it is laid out: the same for HTML and plain text. */
export type Letter = {
  subject: string;
  /** What an inbox shows after the subject. */
  preview: string;
  tone: "good" | "bad" | "neutral";
  eyebrow: string;
  heading: string;
  paragraphs: string[];
  /** Small facts below the text: the refunded amount, the parcel's number. */
  facts: { label: string; value: string; strong?: boolean }[];
  button: { label: string; url: string };
  showOrder: boolean;
};
