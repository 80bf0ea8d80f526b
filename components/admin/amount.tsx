import { cx } from "@/components/ui/cx";
import type { Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";

type Props = { minor: number; currency: Currency; className?: string };

/** Merchants read every amount in one notation, whatever the shopper's language is. */
export function Amount({ minor, currency, className }: Props) {
  return (
    <span className={cx("whitespace-nowrap tabular-nums", className)}>
      {formatMoney(money(minor, currency), "en-US")}
    </span>
  );
}
