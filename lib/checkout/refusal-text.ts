import type { DomainError } from "@/lib/errors";
import { translator, type Translator } from "@/lib/i18n/translator";
import { currencySchema } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";

/** Why no order could be made, in the shopper's language; the error's own words are for programs. */
export function refusalText({ code, facts }: DomainError, t: Translator<"checkout">): string {
  switch (code) {
    case "out_of_stock":
    case "price_unavailable":
      return t("refusedStock");
    case "cart_changed":
    // A code was used up a moment ago: the total beside the message is the one without it.
    case "wrong_state":
      return t("refusedPrice");
    case "shipping_unavailable":
      return t("refusedShipping");
    case "invalid_input":
      return t("refusedDetails");
    case "amount_invalid":
      return tooLittle(facts, t);
    case "too_many_attempts":
      return t("tooManyTitle");
    default:
      return t("refusedOther");
  }
}

function tooLittle(facts: DomainError["facts"], t: Translator<"checkout">): string {
  const least = money(Number(facts["leastMinor"]), currencySchema.parse(facts["currency"]));
  return translator(t.locale, "totals")("tooLittle", { amount: formatMoney(least, t.tag) });
}
