import type { ReactNode } from "react";
import type { FormState } from "@/lib/http/form";
import { SaveRow } from "../save-row";

type FormProps = {
  label: string;
  state: FormState;
  submit: (form: FormData) => void;
  children: ReactNode;
};

/** Fields of some settings, and the button that saves them. */
export function SettingsForm({ label, state, submit, children }: FormProps) {
  return (
    <form action={submit} aria-label={label} className="flex flex-col gap-6">
      {children}
      <SaveRow state={state} />
    </form>
  );
}
