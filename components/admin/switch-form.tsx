"use client";
import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/http/form";
import { FormMessage } from "./form-message";

type Props = { id: string; isOn: boolean; action: FormAction };

/** One button that lets something be used, or stops it. */
export function SwitchForm({ id, isOn, action }: Props) {
  const [state, send] = useActionState(action, { is: "idle" });
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="to" value={isOn ? "off" : "on"} />
      <SubmitButton variant={isOn ? "danger" : "secondary"} size="small">
        {isOn ? "Disable" : "Enable"}
      </SubmitButton>
    </form>
  );
}
