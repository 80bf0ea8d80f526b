import type { FormAction } from "@/lib/http/form";
import type { AmountLeft } from "./amount-left";
import type { PaymentPanel } from "./payment-panel";

/** A date would make this prop unstable for no use here, so only what the forms need comes along. */
export type OperationPayment = Pick<
  PaymentPanel,
  "id" | "currency" | "canCapturePart" | "canRefundPart" | "capturesSeveralTimes" | "isOffline"
> & {
  orderId: string;
  capturable: AmountLeft;
  refundable: AmountLeft;
  voidable: AmountLeft;
  isPartlyCaptured: boolean;
  /**
   * Grows with every movement. Two tabs that show the same state send the same key, so the second of
   * them is a replay and not a second refund.
   */
  version: number;
};

export function hiddenFields(payment: OperationPayment, verb: string): Record<string, string> {
  const { id, orderId, currency, version } = payment;
  const idempotencyKey = `admin:${verb}:${id}:${version}`;
  return { paymentId: id, orderId, currency, idempotencyKey };
}

/** One operation of one payment. */
export type One = { payment: OperationPayment; action: FormAction };
