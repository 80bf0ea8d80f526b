type Props = { days: { day: string; orders: number }[] };

const dayName = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(new Date(day));

/** One bar a day. The numbers are in its list items, so nothing hangs on seeing the bars. */
export function DayChart({ days }: Props) {
  const most = Math.max(1, ...days.map(({ orders }) => orders));
  return (
    <ol aria-label="Orders of the last days" className="flex h-36 items-end gap-1 sm:gap-1.5">
      {days.map(({ day, orders }) => (
        <li key={day} className="group flex h-full min-w-0 flex-1 flex-col justify-end">
          <span className="sr-only">
            {dayName(day, { day: "numeric", month: "long" })}: {orders}
          </span>
          <span
            aria-hidden
            className="text-center text-xs text-muted tabular-nums group-hover:text-ink"
          >
            {orders > 0 ? orders : ""}
          </span>
          <span
            aria-hidden
            className="rounded-t-sm bg-line group-last:bg-accent group-hover:bg-line-strong group-last:group-hover:bg-accent-strong"
            style={{ height: orders > 0 ? `${Math.max(4, (orders / most) * 78)}%` : "2px" }}
          />
          <span aria-hidden className="mt-1.5 text-center text-xs text-muted">
            {dayName(day, { weekday: "narrow" })}
          </span>
        </li>
      ))}
    </ol>
  );
}
