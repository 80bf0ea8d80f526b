"use client";
import { useCallback, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import type { TillSale } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import { PaidScreen } from "./paid-screen";
import { SaleSummary } from "./sale-summary";
import { ScreenTitle } from "./screen-title";
import { Tenders } from "./tenders";
import { shown, type Till } from "./till";
import { useSale } from "./use-sale";

type Props = { till: Till; sale: TillSale; actions: PayActions };

/** One sale from the first tender to its receipt. Its address is the sale, so a reload finds it again. */
export function PayScreen({ till, sale: first, actions }: Props) {
  const { orderId } = first;
  const look = useCallback(
    () => actions.look({ till: till.id, orderId }),
    [actions, till.id, orderId],
  );
  const hand = useSale(first, look);
  const { sale, problem, isBusy, ask } = hand;
  const [changeMinor, setChange] = useState(0);
  if (sale.status !== "open") {
    return <PaidScreen till={till} hand={hand} changeMinor={changeMinor} actions={actions} />;
  }
  return (
    <div className="grid grid-cols-1 gap-6 md:grid-cols-[minmax(0,1fr)_20rem] md:items-start">
      <section aria-labelledby="due" className="min-w-0">
        <ScreenTitle id="due" className="mb-5 text-4xl" isLive>
          <span className="block font-sans text-sm font-normal tracking-normal text-muted">
            Left to pay{" "}
          </span>
          <span className="tabular-nums">
            {shown(spokenFor(sale) + sale.leftMinor, till.currency)}
          </span>
        </ScreenTitle>
        {problem && (
          <Alert tone="warn" role="alert" className="mb-4">
            {problem}
          </Alert>
        )}
        <Tenders till={till} hand={hand} actions={actions} setChange={setChange} />
      </section>
      <div className="flex flex-col gap-4">
        <SaleSummary sale={sale} />
        <Button
          variant="danger"
          disabled={isBusy}
          onClick={() => void ask(() => actions.cancelSale({ till: till.id, orderId }))}
        >
          Cancel the sale
        </Button>
        <LinkButton variant="quiet" size="small" href={`/admin/register?till=${till.id}`}>
          Leave it open, and sell something else
        </LinkButton>
      </div>
    </div>
  );
}

/** What a reader or a bank is asked for just now. */
const spokenFor = ({ payments }: TillSale): number =>
  payments
    .filter(({ state }) => state === "waiting" || state === "checking")
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
