/** Countries in which the sandbox's forms bill and ship, by ISO 3166 code. */
const codes =
  "AE AR AT AU BE BG BR CA CH CL CN CO CR CY CZ DE DK EE ES FI FR GB GR HK HR HU ID IE IL IN IS IT " +
  "JP KR LI LT LU LV MT MX MY NL NO NZ PE PH PL PT RO SA SE SG SI SK TH TR TW UA US UY VN ZA";

/** Code and name of every country, sorted by name in the shopper's language. */
export function countries(locale: string): { code: string; name: string }[] {
  const language = locale === "auto" ? undefined : locale;
  const names = new Intl.DisplayNames(language === undefined ? ["en"] : [language, "en"], {
    type: "region",
  });
  return codes
    .split(" ")
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
}

/** The likeliest country of a browser: the region of its language, else the United States. */
export function likelyCountry(languages: readonly string[]): string {
  for (const language of languages) {
    const region = language.split("-")[1]?.toUpperCase();
    if (region !== undefined && codes.split(" ").includes(region)) return region;
  }
  return "US";
}
