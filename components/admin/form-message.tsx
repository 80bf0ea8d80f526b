import { Alert } from "@/components/ui/alert";
import { LiveRegion } from "@/components/ui/live-region";
import type { FormState } from "@/lib/http/form";

/** What came of sending a form, read out when it appears. */
export function FormMessage({ state }: { state: FormState }) {
  return (
    // Out of the flow while it is empty, so that it makes no gap.
    <LiveRegion className="empty:absolute">
      {state.is === "refused" && <Alert tone="bad">{state.message}</Alert>}
      {state.is === "done" && state.message !== null && (
        <Alert tone={state.isUnsettled ? "warn" : "good"}>{state.message}</Alert>
      )}
    </LiveRegion>
  );
}

export const errorOf = (state: FormState, name: string): string | undefined =>
  state.is === "refused" ? state.fields[name] : undefined;

/** What was typed before the refusal, else `initial`. */
export const typedOf = (state: FormState, name: string, initial = ""): string =>
  state.is === "refused" ? (state.values[name] ?? initial) : initial;
