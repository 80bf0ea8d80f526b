import { cx } from "@/components/ui/cx";
import type { StockState } from "@/lib/catalog/views";
import type { Translator } from "@/lib/i18n/translator";

const looks = {
  available: { dot: "bg-good", text: "text-good" },
  low: { dot: "bg-warn", text: "text-warn" },
  sold_out: { dot: "bg-transparent", text: "text-muted" },
} as const;

type Props = { stock: StockState; t: Translator<"catalog"> };

export function StockNote({ stock, t }: Props) {
  const { dot, text } = looks[stock.is];
  return (
    <p className={cx("flex items-center gap-2 text-sm font-semibold", text)}>
      <span aria-hidden className={cx("size-2.5 rounded-full border-2 border-current", dot)} />
      {wordsFor(stock, t)}
    </p>
  );
}

function wordsFor(stock: StockState, t: Props["t"]): string {
  if (stock.is === "available") return t("inStock");
  if (stock.is === "sold_out") return t("soldOut");
  return t("low", { count: stock.left });
}
