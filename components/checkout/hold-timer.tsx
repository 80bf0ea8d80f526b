"use client";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";

type Props = {
  /** ISO, when the goods go back to the shelf. */
  until: string;
  /** The server's clock when it made this page: the shopper's own may be wrong. */
  now: string;
  words: {
    reserved: string;
    over: string;
    /** What is read out, by the minutes that are left. */
    spoken: Readonly<Record<number, string>>;
  };
};

const minute = 60_000;

/**
 * How long the goods are still held. It counts quietly: a screen reader is told three times and not each
 * second. Without JavaScript it says that they are held, and promises no time.
 */
export function HoldTimer({ until, now, words }: Props) {
  const totalMs = Date.parse(until) - Date.parse(now);
  const [leftMs, setLeftMs] = useState(totalMs);
  useEffect(() => {
    const began = performance.now();
    const look = () => setLeftMs(Math.max(0, totalMs - (performance.now() - began)));
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [totalMs]);
  const seconds = Math.ceil(leftMs / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const isOver = leftMs === 0;
  return (
    <div className="mb-6 flex min-h-11 items-center gap-2.5 rounded-md bg-sunken px-4 py-2 text-sm">
      <Icon name="clock" className="text-muted" />
      <p className="min-w-0 flex-1">{isOver ? words.over : words.reserved}</p>
      {!isOver && (
        <span aria-hidden className="font-semibold tabular-nums noscript:hidden">
          <time dateTime={until} suppressHydrationWarning>
            {clock}
          </time>
        </span>
      )}
      <LiveRegion className="sr-only">{spokenText(leftMs, words)}</LiveRegion>
    </div>
  );
}

function spokenText(leftMs: number, { over, spoken }: Props["words"]): string {
  if (leftMs === 0) return over;
  const due = Object.keys(spoken)
    .map(Number)
    .toSorted((a, b) => a - b)
    .find((minutes) => leftMs <= minutes * minute);
  return due === undefined ? "" : (spoken[due] ?? "");
}
