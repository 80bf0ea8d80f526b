import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Amount } from "./amount";
import { Moment } from "./moment";
import type { TransactionStatus } from "@/lib/payments/core/types";
import type { PaymentPanel } from "./payment-panel";
import { TransactionList } from "./transaction-list";
import { gateways } from "./words";

/** One payment: what it holds, has taken and given back, every movement, and what can be done. */
export function PaymentCard({ payment, actions }: { payment: PaymentPanel; actions: ReactNode }) {
  const { currency, transactions } = payment;
  const isOpen = transactions.some(({ status }) => isUnsettled(status));
  return (
    <article className="border-t border-line py-5 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-2">
            {payment.instrument ?? gateways[payment.gateway] ?? payment.gateway}
            {payment.instrument && payment.gateway !== "gift_card" && (
              <Badge>{gateways[payment.gateway]}</Badge>
            )}
            {payment.closedAt && payment.authorizedMinor === 0 && <Badge>Closed</Badge>}
          </h3>
          <p className="text-sm text-muted">
            {payment.gatewayRef && (
              <span className="font-mono text-xs break-all">{payment.gatewayRef} · </span>
            )}
            {payment.reference && <span>{payment.reference} · </span>}
            <Moment at={payment.createdAt} />
          </p>
        </div>
        {actions}
      </div>
      <Sums payment={payment} />
      {payment.capturableMinor > 0 && payment.captureBefore && (
        <Alert tone="warn" className="mt-4 text-sm">
          Capture before <Moment at={payment.captureBefore} />: after that the bank lets go of it.
        </Alert>
      )}
      {isOpen && (
        <Alert tone="info" className="mt-4 text-sm">
          A movement is not settled yet. The store keeps asking the gateway; the amount counts as
          spent until it knows.
        </Alert>
      )}
      <TransactionList transactions={transactions} currency={currency} />
    </article>
  );
}

const isUnsettled = (status: TransactionStatus) => status === "pending" || status === "unknown";

function Sums({ payment }: { payment: PaymentPanel }) {
  const { currency, isOffline, authorizedMinor, capturedMinor, refundedMinor, voidedMinor } =
    payment;
  const leavingMinor = payment.transactions
    .filter(({ kind, status }) => (kind === "capture" || kind === "void") && isUnsettled(status))
    .reduce((total, { amountMinor }) => total + amountMinor, 0);
  const leftMinor = authorizedMinor - capturedMinor - voidedMinor - leavingMinor;
  const sums = [
    { label: "Amount", minor: payment.amountMinor },
    { label: isOffline ? "Promised" : "Authorized", minor: authorizedMinor },
    { label: isOffline ? "Received" : "Captured", minor: capturedMinor },
    { label: "Refunded", minor: refundedMinor },
  ];
  if (voidedMinor > 0) sums.push({ label: isOffline ? "Cancelled" : "Voided", minor: voidedMinor });
  else if (leftMinor > 0) {
    sums.push({ label: isOffline ? "Still expected" : "Left to capture", minor: leftMinor });
  }
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-2.5 rounded-md bg-paper px-4 py-3 sm:grid-cols-5">
      {sums.map(({ label, minor }) => (
        <div key={label}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd className={minor === 0 ? "text-muted" : "font-semibold"}>
            <Amount minor={minor} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
