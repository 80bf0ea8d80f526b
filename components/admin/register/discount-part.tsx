"use client";
import { useId, useState, type Dispatch, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/inputs";
import { parseMajor } from "@/lib/money/money";
import type { BasketChange, TillBasket } from "./basket";
import { shown, type Till } from "./till";

type Props = { till: Till; basket: TillBasket; change: Dispatch<BasketChange> };

/** Less for the whole basket, or something that is not in the catalogue. */
export function DiscountPart({ till, basket, change }: Props) {
  const [open, setOpen] = useState<"discount" | "extra" | null>(null);
  const { discount } = basket;
  return (
    <>
      <div className="-ml-3.5 flex flex-wrap">
        <Button
          variant="quiet"
          size="small"
          className="text-muted"
          onClick={() => setOpen("discount")}
        >
          <Icon name="minus" className="size-4.5" />
          {discount.is === "none" && "Discount"}
          {discount.is === "percent" && `${discount.percent} % off`}
          {discount.is === "amount" && `${shown(discount.minor, till.currency)} off`}
        </Button>
        <Button
          variant="quiet"
          size="small"
          className="text-muted"
          onClick={() => setOpen("extra")}
        >
          <Icon name="plus" className="size-4.5" /> Other amount
        </Button>
      </div>
      {open === "discount" && (
        <DiscountForm
          till={till}
          close={() => setOpen(null)}
          set={(next) => change({ do: "discount", discount: next })}
        />
      )}
      {open === "extra" && (
        <ExtraForm
          till={till}
          close={() => setOpen(null)}
          set={(extra) => change({ do: "extra", extra })}
        />
      )}
    </>
  );
}

type FormProps<T> = { till: Till; set: (value: T) => void; close: () => void };

/** "10 %" is a part, "5" and "5.00" an amount. */
function readDiscount(typed: string, till: Till): TillBasket["discount"] | null {
  const percent = /^(\d{1,3})\s*%$/.exec(typed.trim())?.[1];
  if (percent !== undefined) {
    const value = Number(percent);
    return value > 0 && value <= 100 ? { is: "percent", percent: value } : null;
  }
  const minor = parseMajor(typed, till.currency);
  return minor === null ? null : { is: "amount", minor };
}

function DiscountForm({ till, set, close }: FormProps<TillBasket["discount"]>) {
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const take = (next: TillBasket["discount"]) => {
    set(next);
    close();
  };
  function send(event: FormEvent) {
    event.preventDefault();
    const read = readDiscount(typed, till);
    if (read === null) setWrong(true);
    else take(read);
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-2 py-1">
      <label htmlFor={id} className="text-sm font-semibold">
        Discount, such as 10 % or 5.00
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          value={typed}
          aria-invalid={isWrong || undefined}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" variant="solid">
          Set
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {[5, 10, 20].map((percent) => (
          <Button
            key={percent}
            variant="secondary"
            size="small"
            onClick={() => take({ is: "percent", percent })}
          >
            {percent} %
          </Button>
        ))}
        <Button variant="quiet" size="small" onClick={() => take({ is: "none" })}>
          None
        </Button>
      </div>
    </form>
  );
}

function ExtraForm({ till, set, close }: FormProps<TillBasket["extra"]>) {
  const [title, setTitle] = useState("");
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  function send(event: FormEvent) {
    event.preventDefault();
    const amountMinor = parseMajor(typed, till.currency);
    if (amountMinor === null || amountMinor === 0) return setWrong(true);
    set({ title: title.trim() || "Other", amountMinor });
    close();
  }
  return (
    <form onSubmit={send} className="grid grid-cols-[1fr_7rem_auto] items-end gap-2 py-1">
      <label htmlFor={`${id}-title`} className="text-sm font-semibold">
        What for
        <Input
          id={`${id}-title`}
          value={title}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label htmlFor={`${id}-amount`} className="text-sm font-semibold">
        Amount
        <Input
          id={`${id}-amount`}
          value={typed}
          inputMode="decimal"
          aria-invalid={isWrong || undefined}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Button type="submit" variant="solid">
        Add
      </Button>
    </form>
  );
}
