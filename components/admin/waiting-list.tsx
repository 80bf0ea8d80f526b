import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

export type Waiting = { href: string; label: string; count: number; urgent?: boolean };

/** What somebody has to do next, each with the way there. Nothing is counted further than `limit`. */
export function WaitingList({ waiting, limit }: { waiting: Waiting[]; limit: number }) {
  const some = waiting.filter(({ count }) => count > 0);
  if (some.length === 0) {
    return (
      <p className="flex items-center gap-2.5 py-3 text-muted">
        <Icon name="checkCircle" className="text-good" /> Nothing is waiting for you.
      </p>
    );
  }
  return (
    <ul className="-my-1 divide-y divide-line">
      {some.map(({ href, label, count, urgent }) => (
        <li key={label}>
          <Link href={href} className="group target flex items-center gap-3 py-1.5">
            <span
              className={cx(
                "min-w-8 rounded-full px-2 py-0.5 text-center text-sm font-semibold tabular-nums",
                urgent ? "bg-warn-soft text-warn" : "bg-sunken text-ink",
              )}
            >
              {count < limit ? count : `${limit.toLocaleString("en-US")}+`}
            </span>
            <span className="flex-1 underline-offset-4 group-hover:underline">{label}</span>
            <Icon name="chevronRight" className="size-4 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
