"use client";
import { useActionState } from "react";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";

type Props = { orderId: string; action: FormAction };

/** Harmless at any time: it only reads at the gateway and records what is new. */
export function AskAgain({ orderId, action }: Props) {
  const [state, submit] = useActionState(action, { is: "idle" });
  const message = state.is === "idle" ? null : state.message;
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="orderId" value={orderId} />
      <SubmitButton variant="quiet" size="small" pendingLabel="Asking…" className="-ml-3.5">
        <Icon name="refresh" className="size-4" /> Ask the gateway again
      </SubmitButton>
      <LiveRegion className="text-sm text-muted">{message}</LiveRegion>
    </form>
  );
}
