"use client";
import { useSyncExternalStore } from "react";

type Props = { at: Date; dateOnly?: boolean; className?: string };

const never = () => () => undefined;

function written(at: Date, dateOnly: boolean, timeZone: "UTC" | undefined): string {
  const isThisYear = at.getUTCFullYear() === new Date().getUTCFullYear();
  const date = {
    day: "numeric",
    month: "short",
    year: isThisYear ? undefined : "numeric",
  } as const;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const options = { ...date, ...(dateOnly ? {} : time), timeZone };
  return new Intl.DateTimeFormat("en-GB", options).format(at);
}

/** A moment in the merchant's own time zone, which only the browser knows; in UTC until it is asked. */
export function Moment({ at, dateOnly = false, className }: Props) {
  const text = useSyncExternalStore(
    never,
    () => written(at, dateOnly, undefined),
    () => written(at, dateOnly, "UTC"),
  );
  const iso = at.toISOString();
  return (
    <time dateTime={iso} title={iso} className={className}>
      {text}
    </time>
  );
}
