import type { RateOption } from "@/components/checkout/rate-choices";
import type { Checkout } from "@/lib/checkout/queries";
import type { Translator } from "@/lib/i18n/translator";
import { formatMoney, money } from "@/lib/money/money";
import { deliveryEstimate } from "@/lib/shipping/delivery";

/** The ways to send a bag, in finished words. */
export function rateOptions(
  { rates, currency }: Pick<Checkout, "rates" | "currency">,
  t: Translator<"checkout">,
): RateOption[] {
  return rates.map(({ code, name, description, amountMinor, ...span }) => ({
    code,
    name,
    description,
    delivery: t("arrives", { when: deliveryEstimate(span, new Date(), t.tag) }),
    price: amountMinor === 0 ? t("free") : formatMoney(money(amountMinor, currency), t.tag),
  }));
}
