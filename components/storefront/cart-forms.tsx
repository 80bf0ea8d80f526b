"use client";
import { createContext, use, useActionState, useEffect, useRef, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { LiveRegion } from "@/components/ui/live-region";
import type { FormAction } from "@/lib/http/form";

const Submit = createContext<((form: FormData) => void) | null>(null);

type Props = { action: FormAction; children: ReactNode };

/**
 * The lines of a cart share one answer, above them: a line that was taken out cannot say so itself, and
 * the focus that was in it has to go somewhere.
 */
export function CartForms({ action, children }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.is !== "idle" && document.activeElement === document.body) answer.current?.focus();
  }, [state]);
  return (
    <Submit value={submit}>
      <div ref={answer} tabIndex={-1}>
        <LiveRegion>
          {state.is !== "idle" && state.message && (
            <Alert
              tone={state.is === "done" ? "info" : "bad"}
              title={state.message}
              className="mb-4"
            />
          )}
        </LiveRegion>
      </div>
      {children}
    </Submit>
  );
}

/** One line's form. Without JavaScript it is posted, and the page that comes back has the answer. */
export function CartLineForm({ label, children }: { label: string; children: ReactNode }) {
  const submit = use(Submit);
  if (submit === null) throw new Error("CartLineForm stands inside CartForms");
  return (
    <form
      action={submit}
      aria-label={label}
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      {children}
    </form>
  );
}
