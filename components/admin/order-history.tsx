import type { Tone } from "@/components/ui/badge";
import type { OrderEventView } from "@/lib/orders/views";
import { cx } from "@/components/ui/cx";
import { Moment } from "./moment";
import { actorName } from "./words";

function toneOf(kind: string): Tone {
  if (/failed|cancelled/.test(kind)) return "bad";
  if (/unknown|case|action_required/.test(kind)) return "warn";
  if (/succeeded|captured|placed|authorized|fulfilled/.test(kind)) return "good";
  return "neutral";
}

const dots: Record<Tone, string> = {
  neutral: "border-line-strong bg-surface",
  good: "border-good bg-good",
  warn: "border-warn bg-warn",
  bad: "border-bad bg-bad",
  info: "border-info bg-info",
  accent: "border-accent bg-accent",
};

/** What happened, the newest first. */
export function OrderHistory({ events }: { events: OrderEventView[] }) {
  return (
    <ol aria-label="History, newest first">
      {events.toReversed().map(({ id, kind, actor, message, at }) => (
        <li key={id} className="group relative flex gap-3 pb-4 text-sm last:pb-0">
          <span
            aria-hidden
            className="absolute top-4 bottom-[-0.4rem] left-[0.3125rem] w-0.5 bg-line group-last:hidden"
          />
          <span
            aria-hidden
            className={cx(
              "relative mt-1.5 size-3 shrink-0 rounded-full border-2",
              dots[toneOf(kind)],
            )}
          />
          <div className="min-w-0">
            <p>{message}</p>
            <p className="text-xs text-muted">
              {actorName(actor)} · <Moment at={at} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
