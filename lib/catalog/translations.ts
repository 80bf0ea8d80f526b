import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";

const wordsSchema = z.object({
  name: z.string().optional(),
  subtitle: z.string().optional(),
  description: z.string().optional(),
  details: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  /** Of the options: { "Colour": "Farbe", "Fog": "Nebel" }. */
  words: z.record(z.string(), z.string()).default({}),
});

export type Translation = z.infer<typeof wordsSchema>;

const storedSchema = z.record(z.string(), wordsSchema).catch({});

/** What a product or a category says in a language. What is absent there is shown as it is written. */
export function translationOf(stored: unknown, locale: Locale): Translation {
  return storedSchema.parse(stored)[locale] ?? { words: {} };
}
