/** The languages of all pages. */
const spoken = new Set(["en", "de", "fr", "es", "ja"]);

/** Of the tags in `Accept-Language` or a session's `locale`, the first that the pages speak; else English. */
export function localeOf(wanted: string): string {
  const tags = wanted.split(",").map((tag) => tag.split(";", 1)[0]?.trim() ?? "");
  for (const tag of tags) {
    if (!spoken.has(tag.slice(0, 2).toLowerCase())) continue;
    const locale = canonical(tag);
    if (locale !== null) return locale;
  }
  return "en";
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
