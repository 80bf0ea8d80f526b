import type { Locale } from "../locales";
import type { Texts } from "./texts";

/** One part of the shop in every language. */
export type ByLocale<English> = Readonly<Record<Locale, Texts<English>>>;
