"use client";
import { BillingAddressElement } from "@stripe/react-stripe-js/checkout";
import { useEffect, useRef, useState, type ComponentProps, type RefObject } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import type { PaymentWords } from "./payment-words";

type ElementProps = ComponentProps<typeof BillingAddressElement>;
type Element = Parameters<NonNullable<ElementProps["onReady"]>>[0];

/** Where the bill goes, as Stripe's Address Element tells it. */
export type Billing = Pick<
  Parameters<NonNullable<ElementProps["onChange"]>>[0]["value"],
  "name" | "address"
>;

/** `shown`: the address in one line, in the form of its country. */
export type KeptBilling = { is: "kept"; shown: string } | { is: "refused" };

type Props = {
  /** The address that counts until the form says another one. */
  shown: string;
  words: PaymentWords;
  keep: (billing: Billing) => Promise<KeptBilling>;
  /** Null: what is typed is no whole address yet. */
  onType: (billing: Billing | null) => void;
};

type Fold = "closed" | "open" | "keeping" | "refused";

/**
 * The billing address in one line, and Stripe's Address Element once it is to be changed. Folded again, the
 * element stays on the page: Stripe pays with what is in it, and checks it, for as long as it is there.
 */
export function BillingAddress({ shown: before, words, keep, onType }: Props) {
  const [fold, setFold] = useState<Fold>("closed");
  const [shown, setShown] = useState(before);
  const [wasOpened, setOpened] = useState(false);
  const element = useRef<Element | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const isClosed = fold === "closed";

  useEffect(() => {
    // The button that was pressed is gone; what it led to comes in its place.
    if (wasOpened && isClosed) change.current?.focus();
    if (wasOpened && !isClosed) element.current?.focus();
  }, [wasOpened, isClosed]);

  async function use() {
    if (fold === "keeping") return;
    // Asking is what makes the element point at the fields that are not filled in.
    const typed = await element.current?.getValue();
    if (!typed?.complete) return;
    setFold("keeping");
    const kept = await keep(typed.value).catch(() => ({ is: "refused" as const }));
    if (kept.is === "kept") setShown(kept.shown);
    setFold(kept.is === "kept" ? "closed" : "refused");
  }

  return (
    <section aria-label={words.billingAddress}>
      {isClosed && (
        <BilledTo
          button={change}
          shown={shown}
          words={words}
          onChange={() => {
            setOpened(true);
            setFold("open");
          }}
        />
      )}
      {wasOpened && (
        <div className={cx("flex flex-col gap-4 border-t border-line pt-5", isClosed && "hidden")}>
          <h2 className="text-lg">{words.billingAddress}</h2>
          <BillingAddressElement
            onReady={(ready) => {
              element.current = ready;
              ready.focus();
            }}
            onChange={({ complete, value }) => onType(complete ? value : null)}
          />
          {fold === "refused" && <Alert tone="bad" role="alert" title={words.billingRefused} />}
          <Button variant="secondary" onClick={use} aria-disabled={fold === "keeping" || undefined}>
            {fold === "keeping" && <Spinner />}
            {fold === "keeping" ? words.saving : words.useAddress}
          </Button>
        </div>
      )}
    </section>
  );
}

type BilledToProps = Pick<Props, "shown" | "words"> & {
  button: RefObject<HTMLButtonElement | null>;
  onChange: () => void;
};

function BilledTo({ button, shown, words, onChange }: BilledToProps) {
  return (
    <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 border-t border-line pt-3">
      <dt className="text-sm text-muted">{words.billedTo}</dt>
      <dd className="col-start-1 min-w-0 wrap-anywhere">{shown}</dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <button
          ref={button}
          type="button"
          aria-label={words.changeBilling}
          onClick={onChange}
          className="target inline-flex items-center justify-end text-sm underline underline-offset-4"
        >
          {words.change}
        </button>
      </dd>
    </dl>
  );
}
