"use client";
import { useCallback, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, LinkButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { Icon, type IconName } from "@/components/ui/icon";
import { Input } from "@/components/ui/inputs";
import { money, parseMajor, toMajor } from "@/lib/money/money";
import type { TillSale } from "@/lib/register/till-view";
import type { PayActions } from "./actions";
import { CardOnFile } from "./card-on-file";
import { CardTender } from "./card-tender";
import { CashTender } from "./cash-tender";
import { PaidScreen } from "./paid-screen";
import { SaleSummary } from "./sale-summary";
import { ScreenTitle } from "./screen-title";
import { ServerCardTender } from "./server-card-tender";
import { shown, type Till } from "./till";
import { useSale } from "./use-sale";

type Props = { till: Till; sale: TillSale; actions: PayActions };
type Tender = "reader" | "file" | "cash" | "other";

const tenders: { is: Tender; label: string; icon: IconName }[] = [
  { is: "reader", label: "Card", icon: "terminal" },
  { is: "cash", label: "Cash", icon: "receipt" },
  { is: "file", label: "Card on file", icon: "card" },
  { is: "other", label: "Other", icon: "edit" },
];

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
    <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_20rem] md:items-start">
      <section aria-labelledby="due" className="min-w-0">
        <ScreenTitle id="due" className="mb-5 text-4xl" isLive>
          <span className="block font-sans text-sm font-normal text-muted">Left to pay </span>
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

type TendersProps = Omit<Props, "sale"> & {
  hand: ReturnType<typeof useSale>;
  setChange: (minor: number) => void;
};

function Tenders({ till, hand, actions, setChange }: TendersProps) {
  const { sale, isBusy, setSale, ask } = hand;
  const waiting = sale.payments.find(({ state }) => state === "waiting");
  const [chosen, setChosen] = useState<Tender>("reader");
  const tender = waiting ? (waiting.tender === "reader" ? "reader" : "file") : chosen;
  const [typed, setTyped] = useState("");
  const part = typed === "" ? sale.leftMinor : parseMajor(typed, till.currency);
  const isRight = part !== null && part > 0 && part <= sale.leftMinor;
  const dueMinor = isRight ? part : null;
  const { orderId } = sale;

  async function payOffline(name: string, tenderedMinor: number) {
    if (dueMinor === null) return;
    const key = crypto.randomUUID();
    const asked = { till: till.id, orderId, tender: name, amountMinor: dueMinor, key };
    await ask(async () => {
      const answer = await actions.payOffline({ ...asked, tenderedMinor });
      if (answer.is === "refused") return answer;
      setChange(answer.value.changeMinor);
      setSale(answer.value.sale);
      return { is: "done", value: answer.value.sale };
    });
    setTyped("");
  }

  const panel = { till, hand, amountMinor: dueMinor, actions };
  return (
    <>
      <fieldset className="mb-4 grid min-w-0 grid-cols-2 gap-2 sm:grid-cols-4">
        <legend className="sr-only">Paid by</legend>
        {tenders.map(({ is, label, icon }) => (
          <button
            key={is}
            type="button"
            aria-pressed={tender === is}
            disabled={waiting !== undefined && tender !== is}
            onClick={() => setChosen(is)}
            className={cx(
              "flex min-h-18 flex-col items-center justify-center gap-1 rounded-lg border text-sm font-semibold disabled:opacity-50",
              tender === is
                ? "border-solid bg-solid text-on-solid"
                : "border-line-strong bg-surface hover:border-ink",
            )}
          >
            <Icon name={icon} className="size-6" />
            {label}
          </button>
        ))}
      </fieldset>
      {!waiting && (
        <Field
          name="part"
          label="Amount"
          hint={`${shown(sale.leftMinor, till.currency)} is left. Less splits the sale.`}
          error={isRight ? undefined : `Up to ${shown(sale.leftMinor, till.currency)}.`}
          className="mb-4 max-w-60"
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              placeholder={toMajor(money(sale.leftMinor, till.currency))}
              inputMode="decimal"
              autoComplete="off"
              className="tabular-nums"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      {tender === "reader" && till.readerMode === "browser" && <CardTender {...panel} />}
      {tender === "reader" && till.readerMode === "server" && <ServerCardTender {...panel} />}
      {tender === "file" && <CardOnFile {...panel} />}
      {(tender === "cash" || tender === "other") && (
        <CashTender
          key={tender}
          till={till}
          is={tender}
          dueMinor={dueMinor ?? sale.leftMinor}
          isBusy={isBusy}
          pay={(name, minor) => void payOffline(name, minor)}
        />
      )}
    </>
  );
}
