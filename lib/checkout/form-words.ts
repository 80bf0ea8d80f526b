import "server-only";
import type { Translator } from "@/lib/i18n/translator";
import { formKeys, type FormWords } from "./form/words";

/** The address form's texts in one language, as its island is sent them. */
export function formWords(t: Translator<"checkout">): FormWords {
  const texts = formKeys.map((key) => [key, t(key)] as const);
  const words: Partial<Record<keyof FormWords, string>> = Object.fromEntries(texts);
  const whole = { ...words, postalForm: t("postalForm", { example: "{example}" }) };
  if (!isComplete(whole)) throw new Error("A text of the address form is missing.");
  return whole;
}

const isComplete = (words: Partial<Record<keyof FormWords, string>>): words is FormWords =>
  formKeys.every((key) => words[key] !== undefined);
