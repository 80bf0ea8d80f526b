"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { troubleWords } from "./trouble-words";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Something broke that nobody foresaw. It must not say that nothing happened: it does not know. */
export function Trouble({ error, reset }: Props) {
  const language = useSyncExternalStore(
    () => () => {},
    () => document.documentElement.lang,
    () => "en",
  );
  const { title, text, again } = troubleWords(language);
  return (
    <div role="alert" className="page">
      <EmptyState as="h1" title={title} actions={<Button onClick={reset}>{again}</Button>}>
        <p>{text}</p>
        {error.digest && <p className="mt-3 font-mono text-sm text-ink">{error.digest}</p>}
      </EmptyState>
    </div>
  );
}
