import type { Tone } from "@/components/ui/badge";
import type { OrderFulfilment, OrderPaymentStatus, OrderStatus } from "@/lib/orders/views";
import type { TransactionKind, TransactionStatus } from "@/lib/payments/core/types";

/** What merchants read for each state, and the colour that goes with it. */
export type Look = { label: string; tone: Tone };

export const orderStatuses = {
  incomplete: { label: "Incomplete", tone: "neutral" },
  processing: { label: "Processing", tone: "info" },
  complete: { label: "Complete", tone: "good" },
  cancelled: { label: "Cancelled", tone: "bad" },
} as const satisfies Record<OrderStatus, Look>;

export const paymentStatuses = {
  unpaid: { label: "Unpaid", tone: "neutral" },
  partially_authorized: { label: "Partly authorized", tone: "warn" },
  authorized: { label: "Authorized", tone: "info" },
  partially_paid: { label: "Partly paid", tone: "warn" },
  paid: { label: "Paid", tone: "good" },
  partially_refunded: { label: "Partly refunded", tone: "warn" },
  refunded: { label: "Refunded", tone: "neutral" },
  voided: { label: "Voided", tone: "neutral" },
  free: { label: "Free", tone: "good" },
} as const satisfies Record<OrderPaymentStatus, Look>;

export const fulfilments = {
  unfulfilled: { label: "Unfulfilled", tone: "warn" },
  partially_fulfilled: { label: "Partly fulfilled", tone: "warn" },
  fulfilled: { label: "Fulfilled", tone: "good" },
  not_required: { label: "Nothing to ship", tone: "neutral" },
} as const satisfies Record<OrderFulfilment, Look>;

export const transactionStatuses = {
  pending: { label: "Pending", tone: "info" },
  requires_action: { label: "Waiting for the shopper", tone: "info" },
  succeeded: { label: "Succeeded", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  unknown: { label: "No answer yet", tone: "warn" },
} as const satisfies Record<TransactionStatus, Look>;

export const transactionKinds = {
  authorize: "Authorization",
  purchase: "Purchase",
  capture: "Capture",
  refund: "Refund",
  void: "Void",
} as const satisfies Record<TransactionKind, string>;

export const gateways: Record<string, string> = {
  manual: "Manual",
  stripe: "Stripe",
  stripe_connect: "Stripe Connect",
  gift_card: "Gift card",
};

const channels: Record<string, string> = {
  storefront: "Storefront",
  elastic_path: "Elastic Path API",
  commerce_layer: "Commerce Layer API",
  register: "Register",
};

export function channelName(channel: string): string {
  return channels[channel] ?? channel;
}

/** "shopper", "merchant:<id>", "gateway", "system": as a merchant would say it. */
export function actorName(actor: string): string {
  const [who = actor] = actor.split(":");
  const names: Record<string, string> = {
    shopper: "Shopper",
    merchant: "Merchant",
    gateway: "Gateway",
    system: "Tender",
    client: "API client",
  };
  return names[who] ?? actor;
}

/** "amount_mismatch" → "Amount mismatch". */
export function humanized(code: string): string {
  const words = code.replaceAll(/[_.]/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function orderName({ number, id }: { number: number | null; id: string }): string {
  return number === null ? `Draft ${id.slice(-6)}` : `#${number}`;
}
