"use client";
import { useActionState, type ReactNode } from "react";
import { FormMessage } from "@/components/admin/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { cx } from "@/components/ui/cx";
import type { FormAction, FormState } from "@/lib/http/form";

type Props = {
  action: FormAction;
  submit: string;
  hidden?: Record<string, string>;
  className?: string;
  variant?: "solid" | "secondary" | "danger" | "quiet";
  size?: "small" | "medium";
  children?: ReactNode;
};

/** A form of the till's settings, with what came of it below. */
export function TillForm({ action, submit, hidden = {}, className, children, ...look }: Props) {
  const [state, send] = useActionState<FormState, FormData>(action, { is: "idle" });
  return (
    <form action={send} className={cx("flex flex-col gap-4", className)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <FormMessage state={state} />
      {state.is === "refused" && (
        <ul className="text-sm text-bad">
          {Object.entries(state.fields).map(([name, message]) => (
            <li key={name}>{message}</li>
          ))}
        </ul>
      )}
      <SubmitButton variant="solid" className="self-start" {...look}>
        {submit}
      </SubmitButton>
    </form>
  );
}
