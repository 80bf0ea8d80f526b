import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/http/form";
import { FormMessage } from "../form-message";

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
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="solid" pendingLabel="Saving…">
          Save
        </SubmitButton>
        <FormMessage state={state} />
      </div>
    </form>
  );
}
