"use client";
import { Alert } from "@/components/ui/alert";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { PlainLink } from "@/components/ui/link";
import type { TillSale } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import { KeepCard } from "./keep-card";
import { MailReceipt } from "./mail-receipt";
import { RefundPart } from "./refund-part";
import { SaleSummary } from "./sale-summary";
import { ScreenTitle } from "./screen-title";
import { shown, type Till } from "./till";
import type { SaleInHand } from "./use-sale";

type Props = { till: Till; hand: SaleInHand; changeMinor: number; actions: PayActions };

/** After the last tender: the change first, then the receipt, and what else can be done with the sale. */
export function PaidScreen({ till, hand, changeMinor, actions }: Props) {
  const { sale, problem } = hand;
  const isPaid = sale.status === "paid";
  const kept = sale.payments.filter(({ keepsCard, state }) => keepsCard && state === "paid");
  const wasPaid = sale.payments.some(
    ({ amountMinor, state }) => state === "paid" && amountMinor > 0,
  );
  return (
    <div className="grid grid-cols-1 gap-6 md:grid-cols-[minmax(0,1fr)_20rem] md:items-start">
      <div className="flex min-w-0 flex-col gap-5">
        <Outcome till={till} sale={sale} changeMinor={changeMinor} />
        {problem && (
          <Alert tone="warn" role="alert">
            {problem}
          </Alert>
        )}
        <div className="flex flex-wrap gap-3">
          <LinkButton size="large" className="grow" href={`/admin/register?till=${till.id}`}>
            Next sale
          </LinkButton>
          {isPaid && (
            <PlainLink
              href={`/admin/register/sales/${sale.orderId}/receipt?till=${till.id}`}
              target="_blank"
              className={cx(buttonClass({ size: "large", variant: "secondary" }), "grow")}
            >
              <Icon name="print" /> Print the receipt
            </PlainLink>
          )}
        </div>
        {isPaid && <MailReceipt till={till} hand={hand} actions={actions} />}
        {kept.map((payment) => (
          <KeepCard key={payment.id} till={till} hand={hand} payment={payment} actions={actions} />
        ))}
        {wasPaid && <RefundPart till={till} hand={hand} actions={actions} />}
      </div>
      <SaleSummary sale={sale} />
    </div>
  );
}

type OutcomeProps = { till: Till; sale: TillSale; changeMinor: number };

function Outcome({ till, sale, changeMinor }: OutcomeProps) {
  const isPaid = sale.status === "paid";
  return (
    <output className="flex items-center gap-4">
      <span
        className={cx(
          "flex size-16 shrink-0 items-center justify-center rounded-full",
          isPaid ? "bg-good-soft text-good" : "bg-sunken text-muted",
        )}
      >
        <Icon name={isPaid ? "check" : "close"} className="size-8" />
      </span>
      <div>
        <ScreenTitle className="text-3xl">
          {isPaid ? `Paid ${shown(sale.totalMinor, till.currency)}` : "Sale cancelled"}
        </ScreenTitle>
        {changeMinor > 0 ? (
          <p className="text-xl font-semibold tabular-nums">
            Change {shown(changeMinor, till.currency)}
          </p>
        ) : (
          <p className="text-muted">
            {sale.number === null ? "Nothing was sold." : `Sale ${sale.number}`}
          </p>
        )}
      </div>
    </output>
  );
}
