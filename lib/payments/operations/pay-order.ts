import { inTransaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { requestHash } from "@/lib/payments/core/request-hash";
import { payableMinor } from "@/lib/payments/core/sums";
import type {
  CollectedBy,
  GatewayId,
  OrderState,
  PaymentMethod,
  PaymentState,
  TransactionRequest,
} from "@/lib/payments/core/types";
import { requireGateway, type GatewaySettings } from "@/lib/payments/store/gateway-settings";
import { lockOrder } from "@/lib/payments/store/orders";
import { holdStock } from "@/lib/payments/store/hold-stock";
import { addPayment, replayOf, type PaymentLabel } from "@/lib/payments/store/transactions";
import { carryOutWritten } from "./carry-out";
import { readPayment } from "@/lib/payments/store/orders";

export type PayOrder = {
  orderId: string;
  gateway: GatewayId;
  method: PaymentMethod;
  /** Left out: everything that is still to pay. */
  amountMinor?: number | undefined;
  /** `pm_…`, `tok_…`, `src_…`, `card_…`; the manual gateway takes none. */
  source?: string | undefined;
  customerRef?: string | undefined;
  /** Its owner is away: a bank that wants to see them declines. */
  offSession?: true | undefined;
  receiptEmail?: string | undefined;
  /** Takes the place of `source`: the shopper's browser confirms it with the gateway's own script. */
  clientConfirms?: boolean | undefined;
  /** What is paid with is kept for `customerRef`, to be used again while they are there, or away. */
  keepFor?: "on_session" | "off_session" | undefined;
  /** As `clientConfirms`, by a reader: the shopper's card is there. */
  cardPresent?: boolean | undefined;
  /** Nothing but a card is taken. `keep`: it may be charged again later. */
  card?: { keep: boolean } | undefined;
  /** False: it will be captured once, whatever the settings say. */
  severalCaptures?: false | undefined;
  reference?: string | undefined;
  /** What the program that pays calls it. */
  client?: PaymentLabel | undefined;
  actor: string;
  idempotencyKey?: string | undefined;
};

export type PaymentView = PaymentState;

/**
 * Pays an order, or a part of it, without a page: with a payment method that the caller has, or offline.
 * The returned payment says how it stands: paid, declined, waiting for the shopper, or not known yet.
 *
 * @throws DomainError order_not_payable, order_cancelled, amount_too_large, amount_invalid,
 *   invalid_input, gateway_disabled, out_of_stock, key_reused, key_in_progress, not_found
 */
export async function payOrder(command: PayOrder): Promise<PaymentView> {
  const settings = await requireGateway(command.gateway);
  requireSource(command);
  const { actor: _actor, idempotencyKey, ...request } = command;
  const intent = await inTransaction(async (tx) => {
    const order = await lockOrder(tx, command.orderId);
    const known = replayOf(order, idempotencyKey, request);
    if (known) return { paymentId: known.paymentId, added: null };
    const amountMinor = planAmount(order, command.amountMinor);
    await holdStock(tx, order.id, new Date());
    const added = await addPayment(
      tx,
      order,
      {
        gateway: command.gateway,
        collectedBy: collectedBy(command),
        method: command.method,
        amountMinor,
        reference: command.reference,
        client: command.client,
      },
      {
        actor: command.actor,
        request: requestFor(command, settings, amountMinor),
        idempotencyKey: idempotencyKey ?? null,
        requestHash: requestHash(request),
      },
    );
    return { paymentId: added.payment.id, added };
  });
  if (intent.added === null) return await readPayment(intent.paymentId);
  return (await carryOutWritten(intent.added)).payment;
}

function collectedBy({ gateway, cardPresent }: PayOrder): CollectedBy {
  if (gateway === "manual") return "offline";
  return cardPresent ? "card_present" : "api";
}

function requireSource(command: PayOrder): void {
  const { gateway, source, customerRef, clientConfirms, cardPresent } = command;
  if (gateway === "manual" || clientConfirms || cardPresent) return;
  if (!source) throw new DomainError("invalid_input", "A payment method or token is required.");
  if (source.startsWith("src_") && !customerRef) {
    throw new DomainError("invalid_input", "A source needs the customer that it belongs to.");
  }
}

/** @throws DomainError order_cancelled, order_not_payable, amount_invalid, amount_too_large */
export function planAmount(order: OrderState, asked: number | undefined): number {
  if (order.status === "cancelled") {
    throw new DomainError("order_cancelled", "This order is cancelled.");
  }
  const leftMinor = payableMinor(order);
  if (leftMinor === 0) {
    throw new DomainError("order_not_payable", "Nothing is left to pay on this order.");
  }
  if (asked === undefined) return leftMinor;
  if (!Number.isSafeInteger(asked) || asked <= 0) {
    throw new DomainError("amount_invalid", "The amount must be a whole number above zero.");
  }
  if (asked > leftMinor) {
    throw new DomainError("amount_too_large", "More than is left to pay.", { leftMinor });
  }
  return asked;
}

function requestFor(
  command: PayOrder,
  settings: GatewaySettings,
  amountMinor: number,
): TransactionRequest {
  const { gateway, source, customerRef, receiptEmail, clientConfirms, keepFor, card } = command;
  const { offSession } = command;
  if (gateway === "manual") return {};
  // Held while the rest is being paid; nothing about a gift card has to be confirmed later.
  if (gateway === "gift_card") return { source, captureWhenPlaced: true };
  const basisPoints = settings.stripe_connect.applicationFeeBasisPoints;
  const withFee = gateway === "stripe_connect" && basisPoints > 0;
  return {
    source,
    customerRef,
    offSession,
    receiptEmail,
    clientConfirms,
    keepFor,
    card,
    severalCaptures: command.severalCaptures ?? settings.stripe.severalCaptures,
    ...(withFee && { applicationFeeMinor: Math.floor((amountMinor * basisPoints) / 10_000) }),
  };
}
