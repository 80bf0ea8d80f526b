import { z } from "zod";
import { translationOf } from "@/lib/catalog/translations";
import { locales, type Locale } from "@/lib/i18n/locales";

/** What a rate is called where it is not called as it was written. What is absent is shown as written. */
export type RateTexts = Partial<Record<Locale, { name?: string; description?: string }>>;

/** The longest that a rate may say, in letters. */
export const rateTextLimits = { name: 60, description: 200 } as const;

const fields = ["name", "description"] as const;

/** One of a rate's texts in one language, as a form calls it: `name_de`. */
export const rateTextField = (field: (typeof fields)[number], locale: Locale) =>
  `${field}_${locale}`;

/** Of a form's fields, those that say something in a language; what is empty is as it was written. */
export const rateTextsForm = z.record(z.string(), z.unknown()).transform((form, context) => {
  const translations: RateTexts = {};
  for (const locale of locales) {
    for (const field of fields) {
      const path = rateTextField(field, locale);
      const typed = z.string().catch("").parse(form[path]).trim();
      if (typed === "") continue;
      if (typed.length > rateTextLimits[field]) {
        const message = `At most ${rateTextLimits[field]} characters.`;
        context.addIssue({ code: "custom", path: [path], message });
      }
      translations[locale] = { ...translations[locale], [field]: typed };
    }
  }
  return { translations };
});

/** The values of a form's fields, by their names. */
export function rateTextValues(stored: unknown) {
  return locales.flatMap((locale) => {
    const own = translationOf(stored, locale);
    return fields.map((field) => {
      return { field, locale, value: own[field] ?? "" };
    });
  });
}
