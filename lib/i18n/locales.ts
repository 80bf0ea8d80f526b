import { match } from "@formatjs/intl-localematcher";

/** The languages that shoppers can read the shop in; the first is what everybody else gets. */
export const locales = ["en", "de", "fr", "es", "ja"] as const;
export type Locale = (typeof locales)[number];

/** Each language's name for itself. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
};

/** How amounts and dates are written where only the language is known. */
const tags: Readonly<Record<Locale, string>> = {
  en: "en-US",
  de: "de-DE",
  fr: "fr-FR",
  es: "es-ES",
  ja: "ja-JP",
};

/** The BCP 47 tag that `Intl` and orders are given: "de-DE". */
export function intlTag(locale: Locale): string {
  return tags[locale];
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language of a tag that an order or a program keeps: "fr-CA" is read as French, "tlh" as English. */
export function localeOfTag(tag: string): Locale {
  const language = tag.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : locales[0];
}

/** The best of ours for an `Accept-Language` header. A wish that is no language is passed over. */
export function localeOfWishes(header: string | null | undefined): Locale {
  const wishes = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag: tag.trim(), weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
  const best = match(wishes, locales, locales[0]);
  return isLocale(best) ? best : locales[0];
}
