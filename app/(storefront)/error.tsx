"use client";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function StorefrontError({ error, reset }: Props) {
  return (
    <div role="alert" className="page">
      <EmptyState
        as="h1"
        title="Something went wrong on our side"
        actions={<Button onClick={reset}>Try again</Button>}
      >
        <p>Nothing that you typed was charged or sent. If it stays, tell us this number.</p>
        {error.digest && <p className="mt-2 font-mono text-sm">{error.digest}</p>}
      </EmptyState>
    </div>
  );
}
