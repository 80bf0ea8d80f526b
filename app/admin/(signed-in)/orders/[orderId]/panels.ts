import { amountLeft } from "@/components/admin/amount-left";
import type { OperationPayment } from "@/components/admin/operation-payment";
import type { PaymentPanel } from "@/components/admin/payment-panel";
import { currencySchema } from "@/lib/money/currency";
import type { Instrument, TransactionState } from "@/lib/payments/core/types";
import type { PaymentDetails } from "@/lib/payments/queries";

/** What the payments domain knows about a payment, as the order page shows it. */
export function paymentPanel(payment: PaymentDetails): PaymentPanel {
  const { actions, capabilities } = payment;
  // Offline the reference is only our own id in other words.
  const isOffline = payment.gateway === "manual";
  const when = (isPossible: boolean, minor: number) => (isPossible ? minor : 0);
  return {
    id: payment.id,
    gateway: payment.gateway,
    currency: currencySchema.parse(payment.currency),
    amountMinor: payment.amountMinor,
    authorizedMinor: payment.authorizedMinor,
    capturedMinor: payment.capturedMinor,
    refundedMinor: payment.refundedMinor,
    voidedMinor: payment.voidedMinor,
    capturableMinor: when(actions.includes("capture"), payment.capturableMinor),
    refundableMinor: when(actions.includes("refund"), payment.refundableMinor),
    voidableMinor: when(actions.includes("void"), payment.voidableMinor),
    canCapturePart: capabilities.includes("partial_capture"),
    canRefundPart: capabilities.includes("partial_refund"),
    capturesSeveralTimes: payment.capturesSeveralTimes,
    isOffline,
    instrument: instrumentName(payment.instrument),
    gatewayRef: isOffline ? null : payment.gatewayRef,
    reference: payment.reference,
    captureBefore: payment.captureBefore,
    closedAt: payment.closedAt,
    createdAt: payment.createdAt,
    transactions: payment.transactions.map((transaction) => ({
      ...transaction,
      gatewayRef: refOf(transaction, payment),
    })),
  };
}

/** What the gateway calls it: said once, at the payment, where it is the payment's own. */
function refOf({ gatewayRef, mechanism }: TransactionState, payment: PaymentDetails) {
  const isOurs = payment.gateway === "manual" || mechanism === "manual";
  return isOurs || gatewayRef === payment.gatewayRef ? null : gatewayRef;
}

/** What the forms of the operations need of it. */
export function operable(panel: PaymentPanel, orderId: string): OperationPayment {
  const { id, currency, isOffline } = panel;
  const { canCapturePart, canRefundPart, capturesSeveralTimes } = panel;
  return {
    id,
    orderId,
    currency,
    version: panel.transactions.length,
    capturable: amountLeft(panel.capturableMinor, currency),
    refundable: amountLeft(panel.refundableMinor, currency),
    voidable: amountLeft(panel.voidableMinor, currency),
    isPartlyCaptured: panel.capturedMinor > 0,
    canCapturePart,
    canRefundPart,
    capturesSeveralTimes,
    isOffline,
  };
}

/** "Visa •••• 4242"; the kind where there is no card. */
function instrumentName(instrument: Instrument | null): string | null {
  if (instrument === null) return null;
  const { kind, brand, last4 } = instrument;
  const name = (brand ?? kind).replaceAll("_", " ");
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return last4 ? `${title} •••• ${last4}` : title;
}
