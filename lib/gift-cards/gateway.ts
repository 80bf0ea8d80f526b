import { database } from "@/lib/db/client";
import type {
  GatewayAnswer,
  GatewayLook,
  GatewaySnapshot,
} from "@/lib/payments/core/gateway-answers";
import type { PaymentState } from "@/lib/payments/core/types";
import type { Ask, Gateway } from "@/lib/payments/gateways/gateway";
import { noPage } from "@/lib/payments/gateways/no-page";
import { moveGiftCard, paymentMovements, paymentTotals, type GiftCardMove } from "./move";

const pageless = noPage("A gift card has no page.");

/**
 * Gift cards behind the same port as everybody else who holds money: their balances are kept here, but
 * payments only ever ask, are answered, and look again, as if it were far away.
 */
export const giftCardGateway: Gateway = {
  id: "gift_card",
  capabilities: new Set(["authorize", "partial_capture", "partial_refund", "void"]),
  pay: answer,
  capture: answer,
  refund: answer,
  void: answer,
  openCheckout: pageless,
  amendCheckout: pageless,
  look: lookAt,
  lookAtRef: async (ref) => {
    const payment = await (
      await database()
    ).payment.findFirst({
      where: { gateway: "gift_card", gatewayRef: ref },
      select: { id: true, currency: true },
    });
    return payment === null ? { kind: "nothing" } : lookAt(payment);
  },
  takenSince: () => Promise.resolve([]),
  // Nothing is left open here: what was asked for was answered.
  close: lookAt,
};

async function answer({ transaction, payment }: Ask): Promise<GatewayAnswer> {
  const { id: transactionId, paymentId, orderId, kind, currency, amountMinor } = transaction;
  const move: GiftCardMove = { kind, currency, amountMinor, transactionId, paymentId, orderId };
  const moved = await moveGiftCard(move, transaction.request.source ?? null);
  const snapshot = await snapshotOf(payment);
  if (moved.is === "moved") {
    return { kind: "succeeded", gatewayRef: `gift_${transactionId}`, snapshot };
  }
  const { code, message } = moved;
  return { kind: "declined", failure: { code, message }, snapshot };
}

async function lookAt(payment: Pick<PaymentState, "id" | "currency">): Promise<GatewayLook> {
  const snapshot = await snapshotOf(payment);
  return snapshot === null ? { kind: "nothing" } : { kind: "seen", snapshot };
}

/** Null: no card was ever asked for this payment. */
async function snapshotOf({
  id,
  currency,
}: Pick<PaymentState, "id" | "currency">): Promise<GatewaySnapshot | null> {
  const movements = await paymentMovements(await database(), id);
  const [first] = movements;
  if (first === undefined) return null;
  const { authorizedMinor, capturedMinor, releasedMinor, heldMinor } = paymentTotals(movements);
  const of = (wanted: string) => movements.filter(({ kind }) => kind === wanted);
  return {
    gatewayRef: `gift_${id}`,
    sessionRef: null,
    state: heldMinor > 0 ? "authorized" : capturedMinor > 0 ? "captured" : "closed",
    currency,
    authorizedMinor,
    capturedMinor,
    releasedMinor,
    capturedFor: of("capture").map(({ transactionId, movedMinor: amountMinor }) => {
      return { transactionId, amountMinor };
    }),
    refunds: of("refund").map(({ transactionId, movedMinor: amountMinor }) => ({
      ref: `gift_${transactionId}`,
      amountMinor,
      status: "succeeded",
      askedBy: transactionId,
      reason: null,
    })),
    feeMinor: null,
    disputes: [],
    captureBefore: null,
    instrument: { kind: "gift_card", brand: null, last4: first.last4 },
    nextAction: null,
    failure: null,
    expired: false,
  };
}
