import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { locales } from "./locales";
import { messages } from "./messages";
import { translator } from "./translator";

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** Plain words (0) and the # of a plural form (7) name nothing. */
const namesIn = (elements: Elements): string[] =>
  elements.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    const inner = "options" in element ? Object.values(element.options) : [];
    return [element.value, ...inner.flatMap(({ value }) => namesIn(value))];
  });
const valuesOf = (text: string) =>
  [...new Set(namesIn(new IntlMessageFormat(text, "en").getAst()))].toSorted();

const texts = Object.entries(messages).flatMap(([part, byLocale]) =>
  Object.entries(byLocale.en).map(([key, english]) => ({ part, key, english, byLocale })),
);

describe("texts", () => {
  it.each(texts)("$part.$key says the same in every language", ({ key, english, byLocale }) => {
    const inAll = locales.map((locale) => {
      const text = Object.entries(byLocale[locale]).find(([name]) => name === key)?.[1] ?? "";
      return { locale, isSaid: text.trim() !== "", values: valuesOf(text) };
    });
    const values = valuesOf(english);
    expect(inAll).toEqual(locales.map((locale) => ({ locale, isSaid: true, values })));
  });
});

describe("translator", () => {
  it.each([
    { locale: "en", count: 1, says: "Bag, 1 thing" },
    { locale: "en", count: 2, says: "Bag, 2 things" },
    { locale: "fr", count: 0, says: "Panier, 0 article" },
    { locale: "de", count: 1234, says: "Warenkorb, 1.234 Artikel" },
    { locale: "ja", count: 3, says: "買い物かご（3 点）" },
  ] as const)("counts in $locale as people do: $says", ({ locale, count, says }) => {
    expect(translator(locale, "shell")("bagCount", { count })).toBe(says);
  });
});
