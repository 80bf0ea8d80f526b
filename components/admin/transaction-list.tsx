import { Icon, type IconName } from "@/components/ui/icon";
import type { Currency } from "@/lib/money/currency";
import type { TransactionKind } from "@/lib/payments/core/types";
import { Amount } from "./amount";
import { Moment } from "./moment";
import type { TransactionPanel } from "./payment-panel";
import { TransactionStatusBadge } from "./status";
import { actorName, humanized, transactionKinds } from "./words";

const icons: Record<TransactionKind, IconName> = {
  authorize: "lock",
  purchase: "card",
  capture: "download",
  refund: "refund",
  void: "close",
};

type Props = { transactions: TransactionPanel[]; currency: Currency };

/** Every movement of a payment, pending and failed ones too: nothing is left out. */
export function TransactionList({ transactions, currency }: Props) {
  if (transactions.length === 0) return null;
  return (
    <ul aria-label="Movements" className="mt-3 divide-y divide-line">
      {transactions.map((transaction) => (
        <li key={transaction.id} className="flex gap-3 py-3 text-sm last:pb-0">
          <Icon name={icons[transaction.kind]} className="mt-0.5 size-4.5 text-muted" />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">
                {transactionKinds[transaction.kind]}
                {transaction.mechanism === "manual" && " elsewhere"}
              </span>
              <TransactionStatusBadge status={transaction.status} />
            </div>
            <Details transaction={transaction} />
          </div>
          <Amount
            minor={
              transaction.kind === "refund" ? -transaction.amountMinor : transaction.amountMinor
            }
            currency={currency}
            className={
              transaction.status === "failed" ? "text-muted line-through" : "font-semibold"
            }
          />
        </li>
      ))}
    </ul>
  );
}

function Details({ transaction }: { transaction: TransactionPanel }) {
  const { actor, createdAt, gatewayRef, reason, note, failureMessage, nextLookAt } = transaction;
  return (
    <div className="text-muted">
      <p>
        {actorName(actor)} · <Moment at={createdAt} />
        {gatewayRef && (
          <>
            {" · "}
            <span className="font-mono text-xs break-all">{gatewayRef}</span>
          </>
        )}
      </p>
      {(reason || note) && <p>{[reason && humanized(reason), note].filter(Boolean).join(": ")}</p>}
      {failureMessage && <p className="text-bad">{failureMessage}</p>}
      {nextLookAt && (
        <p>
          Is asked again <Moment at={nextLookAt} />
        </p>
      )}
    </div>
  );
}
