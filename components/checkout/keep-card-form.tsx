"use client";
import { startTransition, useOptimistic, type ReactNode } from "react";
import { Checkbox } from "@/components/ui/choices";
import { PaymentSkeleton } from "./payment-skeleton";

type Props = {
  title: string;
  label: string;
  isAgreed: boolean;
  action: (form: FormData) => Promise<void>;
  /** What a screen reader hears while the other form is on its way. */
  renewing: string;
  /** The payment form that the choice is about. */
  children: ReactNode;
};

/**
 * A box that takes effect when it is ticked: the payment form below it becomes one that keeps the card.
 * Until that one is there nothing can be typed, because it would be lost with the old form.
 */
export function KeepCardForm({ title, label, isAgreed, action, renewing, children }: Props) {
  const [shown, show] = useOptimistic(isAgreed);

  function choose(checked: boolean) {
    const form = new FormData();
    if (checked) form.set("agree", "yes");
    startTransition(async () => {
      show(checked);
      await action(form);
    });
  }

  return (
    <>
      <fieldset className="mb-6 noscript:hidden">
        <legend className="text-sm font-semibold">{title}</legend>
        <Checkbox
          name="agree"
          value="yes"
          checked={shown}
          onChange={(event) => choose(event.target.checked)}
          label={label}
        />
      </fieldset>
      {shown === isAgreed ? children : <PaymentSkeleton label={renewing} />}
    </>
  );
}
