import type { Metadata } from "next";
import { CategoryTiles } from "@/components/storefront/category-tiles";
import { Hero } from "@/components/storefront/hero";
import { MeasuredStrip } from "@/components/storefront/measured-strip";
import { ProductGrid } from "@/components/storefront/product-card";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { readShopperCurrency } from "@/lib/cart/cookies";
import { listCategories, listProducts } from "@/lib/catalog/queries";
import { readListing } from "@/lib/catalog/listing";
import { translations } from "@/lib/i18n/request";
import { shop } from "@/lib/shop";

export async function generateMetadata(): Promise<Metadata> {
  const [t, frame] = await Promise.all([translations("home"), translations("shell")]);
  return { title: { absolute: t("eyebrow", { shop: shop.name }) }, description: frame("promise") };
}

export default async function HomePage() {
  const [currency, t, words] = await Promise.all([
    readShopperCurrency(),
    translations("home"),
    translations("catalog"),
  ]);
  const [{ products }, categories] = await Promise.all([
    listProducts(readListing({}), { currency, locale: t.locale }),
    listCategories(t.locale),
  ]);
  return (
    <>
      <Hero t={t} />
      <section aria-labelledby="favourites" className="page pt-14 md:pt-20">
        <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
          <h2 id="favourites" className="text-3xl">
            {t("favourites")}
          </h2>
          <LinkButton href="/products" variant="secondary" size="small">
            {t("seeEverything")} <Icon name="arrowRight" />
          </LinkButton>
        </div>
        <ProductGrid
          products={products.slice(0, 8)}
          label={t("favouritesLabel")}
          as="h3"
          t={words}
        />
      </section>
      <MeasuredStrip t={t} />
      <section aria-labelledby="rooms" className="page pt-14 md:pt-20">
        <h2 id="rooms" className="mb-6 text-3xl">
          {t("rooms")}
        </h2>
        <CategoryTiles categories={categories} />
      </section>
    </>
  );
}
