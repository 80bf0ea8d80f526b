import { stringsFor, type Strings } from "../../browser/shared/strings";
import type { CheckoutPage } from "../../page-api";
import { localeOf } from "../locale";
import { wordsFor, type Words } from "./words";

/** Everything that a checkout page says, and how it writes numbers. */
export type PageText = { locale: string; words: Words; strings: Strings };

/** The session's `locale` decides; without one, or with `auto`, what the browser asks for. */
export function pageText({ session }: CheckoutPage, accepted: string): PageText {
  const isOpen = session.locale === null || session.locale === "auto";
  const locale = localeOf(isOpen ? accepted : (session.locale ?? accepted));
  return { locale, words: wordsFor(locale.slice(0, 2)), strings: stringsFor(locale) };
}
