import { HoldTimer } from "@/components/checkout/hold-timer";
import { findHold } from "@/lib/checkout/find-hold";
import { translations } from "@/lib/i18n/request";

/** At these many minutes before the end it is said aloud. */
const spokenAt = [10, 5, 1] as const;

/** How long the goods of an order are still held; nothing where none are. */
export async function HoldNotice({ orderId, until }: { orderId: string; until?: Date }) {
  const [t, end] = await Promise.all([translations("checkout"), until ?? findHold(orderId)]);
  const now = new Date();
  if (end === null || end <= now) return null;
  const spoken = spokenAt.map((minutes) => [minutes, t("reservedMinutes", { minutes })] as const);
  return (
    <HoldTimer
      // A new deadline is a new clock.
      key={end.toISOString()}
      until={end.toISOString()}
      now={now.toISOString()}
      words={{
        reserved: t("reserved"),
        over: t("reservedOver"),
        spoken: Object.fromEntries(spoken),
      }}
    />
  );
}
