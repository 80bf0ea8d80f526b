import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";

const wordsSchema = z.object({
  name: z.string().optional(),
  subtitle: z.string().optional(),
  description: z.string().optional(),
  details: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  /** Of the options: { "Colour": "Farbe", "Fog": "Nebel" }. */
  words: z.record(z.string(), z.string()).default({}),
  /** What its pictures show, by their addresses. */
  alts: z.record(z.string(), z.string()).default({}),
});

export type Translation = z.infer<typeof wordsSchema>;

const storedSchema = z.record(z.string(), wordsSchema).catch({});

/** What a product, a category or a shipping rate says in a language. What is absent there is shown as it is written. */
export function translationOf(stored: unknown, locale: Locale | undefined): Translation {
  const own = locale === undefined ? undefined : storedSchema.parse(stored)[locale];
  return own ?? { words: {}, alts: {} };
}

/** "Large / Ochre" in the words of its product's language. */
export function variantTitleIn(title: string, { words }: Translation): string {
  const parts = title.split(" / ");
  return parts.map((part) => words[part] ?? part).join(" / ");
}
