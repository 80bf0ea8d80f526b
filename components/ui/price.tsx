import { cx } from "./cx";

type Props = {
  /** Already formatted. */
  now: string;
  before?: string | null;
  words?: { now: string; before: string };
  className?: string;
};

export function Price({ now, before, words, className }: Props) {
  if (!before) return <span className={cx("tabular-nums", className)}>{now}</span>;
  return (
    <span className={cx("inline-flex flex-wrap items-baseline gap-x-2 tabular-nums", className)}>
      <span className="sr-only">{words?.now ?? "Now"} </span>
      <span className="font-semibold text-accent">{now}</span>
      <span className="sr-only">{words?.before ?? "before"} </span>
      <s className="text-[0.9em] font-normal text-muted">{before}</s>
    </span>
  );
}
