"use client";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";
import { FormMessage } from "./form-message";

type Props = { mailId: string; action: FormAction };

export function RetryForm({ mailId, action }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  return (
    <form action={submit} className="flex flex-col gap-2">
      <input type="hidden" name="mailId" value={mailId} />
      <FormMessage state={state} />
      <SubmitButton variant="secondary" size="small" pendingLabel="Sending…">
        Try again now
      </SubmitButton>
    </form>
  );
}
