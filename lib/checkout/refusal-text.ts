import type { DomainError } from "@/lib/errors";
import type { Translator } from "@/lib/i18n/translator";

/** Why no order could be made, in the shopper's language; the error's own words are for programs. */
export function refusalText({ code }: DomainError, t: Translator<"checkout">): string {
  switch (code) {
    case "out_of_stock":
    case "price_unavailable":
      return t("refusedStock");
    case "cart_changed":
      return t("refusedPrice");
    case "shipping_unavailable":
      return t("refusedShipping");
    case "invalid_input":
      return t("refusedDetails");
    case "too_many_attempts":
      return t("tooManyTitle");
    default:
      return t("refusedOther");
  }
}
