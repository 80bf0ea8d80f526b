import type { Currency } from "@/lib/money/currency";
import type { TransactionKind, TransactionStatus } from "@/lib/payments/core/types";

/** A payment as the order page shows it. Amounts are minor units of `currency`. */
export type PaymentPanel = {
  id: string;
  gateway: string;
  currency: Currency;
  amountMinor: number;
  authorizedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  voidedMinor: number;
  /** What is left for each operation; zero: it is not possible now. */
  capturableMinor: number;
  refundableMinor: number;
  voidableMinor: number;
  canCapturePart: boolean;
  canRefundPart: boolean;
  /** False: the first capture lets go of what it leaves. */
  capturesSeveralTimes: boolean;
  /** Offline: money is received and returned by people, and written down here. */
  isOffline: boolean;
  /** "Visa •••• 4242" */
  instrument: string | null;
  gatewayRef: string | null;
  reference: string | null;
  captureBefore: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  transactions: TransactionPanel[];
};

export type TransactionPanel = {
  id: string;
  kind: TransactionKind;
  status: TransactionStatus;
  amountMinor: number;
  actor: string;
  reason: string | null;
  note: string | null;
  mechanism: string;
  gatewayRef: string | null;
  failureMessage: string | null;
  nextLookAt: Date | null;
  createdAt: Date;
  settledAt: Date | null;
};
