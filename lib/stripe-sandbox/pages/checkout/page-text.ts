import { stringsFor, type Strings } from "../../browser/shared/strings";
import type { CheckoutPage } from "../../page-api";
import { isSpoken, wordsFor, type Words } from "./words";

/** Everything that a checkout page says, and how it writes numbers. */
export type PageText = { locale: string; words: Words; strings: Strings };

/** The session's `locale` decides; without one, or with `auto`, what the browser asks for. */
export function pageText({ session }: CheckoutPage, accepted: string): PageText {
  const wanted = session.locale === null || session.locale === "auto" ? accepted : session.locale;
  const tags = wanted.split(",").map((tag) => tag.split(";", 1)[0]?.trim() ?? "");
  const locale = tags.find((tag) => isSpoken(languageOf(tag)) && isLocale(tag)) ?? "en";
  return { locale, words: wordsFor(languageOf(locale)), strings: stringsFor(locale) };
}

const languageOf = (tag: string) => tag.slice(0, 2).toLowerCase();

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
