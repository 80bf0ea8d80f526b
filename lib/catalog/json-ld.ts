import { toMajor } from "@/lib/money/money";
import type { ProductView } from "./views";

/** What search engines read of a product. Safe inside a script element, whatever the texts say. */
export function productJsonLd(product: ProductView, storeUrl: string): string {
  const { slug, title, paragraphs, pictures, category, variants } = product;
  const data = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: title,
    description: paragraphs.join(" "),
    category: category.name,
    image: pictures.map(({ url }) => new URL(url, storeUrl).href),
    offers: variants.map(({ sku, price, stock }) => ({
      "@type": "Offer",
      sku,
      price: toMajor(price),
      priceCurrency: price.currency,
      url: `${storeUrl}/products/${slug}`,
      availability: `https://schema.org/${stock.is === "sold_out" ? "OutOfStock" : "InStock"}`,
    })),
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
