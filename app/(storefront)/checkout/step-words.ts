import type { StepWords } from "@/components/checkout/step-nav";
import type { Translator } from "@/lib/i18n/translator";

export function stepWords(t: Translator<"checkout">): StepWords {
  return {
    label: t("steps"),
    details: t("stepAddress"),
    shipping: t("stepShipping"),
    payment: t("stepPayment"),
  };
}
