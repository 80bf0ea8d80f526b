/** Monday to Friday: the days on which parcels move. */
function isWorkday(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6;
}

/** The day (UTC) that is `count` working days after `from`. */
export function addWorkdays(from: Date, count: number): Date {
  const day = new Date(from);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

type Span = { minDays: number; maxDays: number };

/** "Wed, Nov 25 – Mon, Nov 30": when a parcel that leaves on `from` arrives. */
export function deliveryEstimate(span: Span, from: Date, locale = "en-US"): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const first = addWorkdays(from, span.minDays);
  return format.formatRange(first, addWorkdays(from, span.maxDays));
}
