import { fill } from "../../browser/shared/strings";
import { localeOf } from "../locale";
import { english, type PageWords } from "./english";
import { french } from "./french";
import { german } from "./german";
import { japanese } from "./japanese";
import { spanish } from "./spanish";

const languages: Readonly<Record<string, PageWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};

export type Speech = {
  locale: string;
  /** A sentence with its gaps filled. */
  say(name: keyof PageWords, values?: Record<string, string>): string;
};

/** A bank does not know in which language a store was: it speaks the browser's. */
export function speechFor(accepted: string): Speech {
  const locale = localeOf(accepted);
  const words = languages[locale.slice(0, 2)] ?? english;
  return { locale, say: (name, values = {}) => fill(words[name], values) };
}
