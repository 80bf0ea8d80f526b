"use client";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Something broke that nobody foresaw. It must not say that nothing happened: it does not know. */
export function Trouble({ error, reset }: Props) {
  return (
    <div role="alert" className="page">
      <EmptyState
        as="h1"
        title="Something went wrong on our side"
        actions={<Button onClick={reset}>Try again</Button>}
      >
        <p>
          If you were paying, please look at your order or your mail before you pay again. If this
          stays, tell us the number below.
        </p>
        {error.digest && <p className="mt-3 font-mono text-sm text-ink">{error.digest}</p>}
      </EmptyState>
    </div>
  );
}
