import { cx } from "@/components/ui/cx";
import type { StockState } from "@/lib/catalog/views";

const looks = {
  available: { dot: "bg-good", text: "text-good" },
  low: { dot: "bg-warn", text: "text-warn" },
  sold_out: { dot: "bg-transparent", text: "text-muted" },
} as const;

export function StockNote({ stock }: { stock: StockState }) {
  const { dot, text } = looks[stock.is];
  return (
    <p className={cx("flex items-center gap-2 text-sm font-semibold", text)}>
      <span aria-hidden className={cx("size-2.5 rounded-full border-2 border-current", dot)} />
      {wordsFor(stock)}
    </p>
  );
}

function wordsFor(stock: StockState): string {
  if (stock.is === "available") return "In stock";
  if (stock.is === "sold_out") return "Sold out";
  return stock.left === 1 ? "Only 1 left" : `Only ${stock.left} left`;
}
