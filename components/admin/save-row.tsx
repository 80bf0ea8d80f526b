import { cx } from "@/components/ui/cx";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/http/form";
import { FormMessage } from "./form-message";

type Props = { state: FormState; label?: string; className?: string };

/** The end of a form: the button that saves it, and what came of that. */
export function SaveRow({ state, label = "Save", className }: Props) {
  return (
    <div className={cx("flex flex-wrap items-center gap-4", className)}>
      <SubmitButton variant="solid" pendingLabel="Saving…">
        {label}
      </SubmitButton>
      <FormMessage state={state} />
    </div>
  );
}
