"use client";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function AdminError({ error, reset }: Props) {
  return (
    <EmptyState
      as="h1"
      title="This did not work"
      actions={
        <Button variant="solid" onClick={reset}>
          Try again
        </Button>
      }
    >
      <p>
        Nothing was lost: what was begun is finished by the store, and shown here as soon as it is
        known.
      </p>
      {error.digest && <p className="mt-2 font-mono text-xs">{error.digest}</p>}
    </EmptyState>
  );
}
