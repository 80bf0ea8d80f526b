import type { CategorySeed, ProductSeed, ShippingRateSeed } from "../catalog";
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
export function productTranslations(product: ProductSeed) {
  const { slug, details, options } = product;
  return eachLanguage((texts) => {
    const { products, labels, words } = texts;
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
      alts: Object.fromEntries(product.images.map(({ src }) => [src, altOf(product, src, texts)])),
    };
  });
}

/** A picture shows a drawing, or the colours of the variants that it belongs to, or just the product. */
function altOf(
  { slug, title, variants }: ProductSeed,
  src: string,
  texts: TranslationSeed,
): string {
  if (src.endsWith("-plan.svg")) return `${title}: ${texts.drawing}`;
  const shown = variants.find(({ image, options }) => image.src === src && options["Colour"]);
  const colour = shown?.options["Colour"];
  const subtitle = found(texts.products[slug], slug).subtitle;
  return colour === undefined
    ? `${title}: ${subtitle}`
    : `${title}: ${subtitle} – ${texts.words[colour] ?? colour}`;
}

/** What `shipping_rates.translations` holds for a rate of the demo shop. */
export function shippingTranslations({ code }: ShippingRateSeed) {
  return eachLanguage(({ shipping }) => found(shipping[code], code));
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
