import type { CategorySeed, ProductSeed } from "../catalog";
import { de } from "./de";
import { es } from "./es";
import { fr } from "./fr";
import { ja } from "./ja";
import type { TranslationSeed } from "./types";

const languages: Readonly<Record<string, TranslationSeed>> = { de, fr, es, ja };

/** What `categories.translations` holds for a category of the demo shop. */
export function categoryTranslations({ slug }: CategorySeed) {
  return eachLanguage(({ categories }) => {
    const own = found(categories[slug], slug);
    return { name: own.name, description: own.description.join("\n\n") };
  });
}

/** What `products.translations` holds for a product of the demo shop. */
export function productTranslations({ slug, details, options }: ProductSeed) {
  return eachLanguage(({ products, labels, words }) => {
    const own = found(products[slug], slug);
    const said = options.flatMap(({ name, values }) => [name, ...values]);
    return {
      subtitle: own.subtitle,
      description: own.description.join("\n\n"),
      details: details.map(({ label }, i) => ({
        label: found(labels[label], label),
        value: found(own.details[i], `${slug}, ${label}`),
      })),
      words: Object.fromEntries(said.map((word) => [word, words[word] ?? word])),
    };
  });
}

function eachLanguage<T>(write: (texts: TranslationSeed) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(languages).map(([language, texts]) => [language, write(texts)]),
  );
}

function found<T>(text: T | undefined, what: string): T {
  if (text === undefined) throw new Error(`The seed has no words for "${what}".`);
  return text;
}
