import { isLocale, localeOfWishes, type Locale } from "./locales";

/** The cookie that keeps a shopper's choice of language. */
export const localeCookie = "locale";

type Wishes = { cookie: string | null | undefined; acceptLanguage: string | null | undefined };

/**
 * Which language a visitor is answered in: what they chose, else what their browser asks for. One rule for
 * the pages and for the cache in front of them.
 */
export function chooseLocale({ cookie, acceptLanguage }: Wishes): Locale {
  return isLocale(cookie) ? cookie : localeOfWishes(acceptLanguage);
}
