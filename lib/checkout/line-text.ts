import type { Translator } from "@/lib/i18n/translator";
import { lineTrouble, nameOf, type CheckoutLine } from "./cart";

/** What keeps a line from being bought, in the shopper's language; null when nothing does. */
export function lineText(line: CheckoutLine, t: Translator<"checkout">): string | null {
  const trouble = lineTrouble(line);
  const name = nameOf(line);
  switch (trouble?.is) {
    case undefined:
      return null;
    case "gone":
      return t("lineGone", { name });
    case "sold_out":
      return t("lineSoldOut", { name });
    case "short":
      return t("lineShort", { name, quantity: line.quantity, left: trouble.left });
  }
}
