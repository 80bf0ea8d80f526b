import { cx } from "./cx";

/** Holds the place of something that is coming. Give it the size of that thing. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-pulse rounded-md bg-sunken", className)} />;
}
