"use client";
import { useActionState, type ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";

type Props = {
  variantId: string;
  action: FormAction;
  words: { add: string; adding: string; viewBag: string };
  /** The fields before the button. */
  children: ReactNode;
};

export function AddToCartForm({ variantId, action, words, children }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="variantId" value={variantId} />
      <div className="flex items-end gap-3">
        {children}
        <SubmitButton wide className="min-h-12" pendingLabel={words.adding}>
          {words.add}
        </SubmitButton>
      </div>
      <LiveRegion>
        {state.is === "done" && (
          <Alert tone="good" title={state.message}>
            <LinkButton href="/cart" variant="secondary" size="small" className="mt-2">
              {words.viewBag}
            </LinkButton>
          </Alert>
        )}
      </LiveRegion>
      {state.is === "refused" && <Alert tone="bad" role="alert" title={state.message} />}
    </form>
  );
}
