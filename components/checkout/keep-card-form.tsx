"use client";
import { startTransition, useOptimistic } from "react";
import { Checkbox } from "@/components/ui/choices";

type Props = {
  title: string;
  label: string;
  isAgreed: boolean;
  action: (form: FormData) => Promise<void>;
};

/** A box that takes effect when it is ticked: the payment form below it becomes one that keeps the card. */
export function KeepCardForm({ title, label, isAgreed, action }: Props) {
  const [shown, show] = useOptimistic(isAgreed);
  return (
    <fieldset className="mb-6">
      <legend className="text-sm font-semibold">{title}</legend>
      <Checkbox
        name="agree"
        value="yes"
        checked={shown}
        onChange={(event) => {
          const { checked } = event.target;
          const form = new FormData();
          if (checked) form.set("agree", "yes");
          startTransition(async () => {
            show(checked);
            await action(form);
          });
        }}
        label={label}
      />
    </fieldset>
  );
}
