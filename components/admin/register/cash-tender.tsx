"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { fractionDigits, type Currency } from "@/lib/money/currency";
import { money, parseMajor, toMajor } from "@/lib/money/money";
import { MoneyInput } from "./money-input";
import { shown, type Till } from "./till";

const otherTenders = ["cheque", "bank transfer", "voucher", "other"] as const;

type Props = {
  till: Till;
  /** What of the sale is paid so. */
  dueMinor: number;
  isBusy: boolean;
  is: "cash" | "other";
  pay: (tender: string, tenderedMinor: number) => void;
};

/** Notes that people hand over for an amount: the amount itself, and the next round ones. */
function usualNotes(dueMinor: number, digits: number): number[] {
  const unit = 10 ** digits;
  const steps = [1, 5, 10, 20, 50, 100].map((step) => step * unit * (digits === 0 ? 100 : 1));
  const rounded = steps.map((step) => Math.ceil(dueMinor / step) * step);
  return [...new Set([dueMinor, ...rounded])].toSorted((a, b) => a - b).slice(0, 6);
}

/** Money over the counter, which the drawer keeps and this page only writes down. */
export function CashTender({ till, dueMinor, isBusy, is, pay }: Props) {
  const { currency } = till;
  const [typed, setTyped] = useState("");
  const [tender, setTender] = useState<string>(otherTenders[0]);
  const tendered = typed === "" ? dueMinor : parseMajor(typed, currency);
  const changeMinor = tendered === null ? 0 : Math.max(0, tendered - dueMinor);
  const isEnough = tendered !== null && tendered >= dueMinor;

  function send(event: FormEvent) {
    event.preventDefault();
    if (isEnough) pay(is === "cash" ? "cash" : tender, tendered);
  }

  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      {is === "other" ? (
        <OtherTender tender={tender} choose={setTender} />
      ) : (
        <>
          <Notes {...{ currency, dueMinor, tendered }} take={setTyped} />
          <Field
            name="tendered"
            label="Handed over"
            error={typed !== "" && !isEnough ? `At least ${shown(dueMinor, currency)}.` : undefined}
          >
            {(control) => (
              <MoneyInput
                {...control}
                {...{ currency, typed, setTyped }}
                otherwiseMinor={dueMinor}
              />
            )}
          </Field>
        </>
      )}
      <Button type="submit" size="large" wide disabled={!isEnough || isBusy}>
        {is === "cash" ? "Take cash" : "Write it down"} · {shown(dueMinor, currency)}
        {changeMinor > 0 && `, change ${shown(changeMinor, currency)}`}
      </Button>
    </form>
  );
}

type NotesProps = {
  currency: Currency;
  dueMinor: number;
  tendered: number | null;
  take: (typed: string) => void;
};

function Notes({ currency, dueMinor, tendered, take }: NotesProps) {
  return (
    <div className="grid grid-cols-3 gap-2">
      {usualNotes(dueMinor, fractionDigits(currency)).map((minor) => (
        <Button
          key={minor}
          variant={tendered === minor ? "solid" : "secondary"}
          className="tabular-nums"
          aria-pressed={tendered === minor}
          onClick={() => take(toMajor(money(minor, currency)))}
        >
          {shown(minor, currency)}
        </Button>
      ))}
    </div>
  );
}

type OtherProps = { tender: string; choose: (tender: string) => void };

function OtherTender({ tender, choose }: OtherProps) {
  return (
    <Field name="tender" label="Paid by">
      {(control) => (
        <Select {...control} value={tender} onChange={(event) => choose(event.target.value)}>
          {otherTenders.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}
