import type { Metadata } from "next";
import { cache } from "react";
import { ProductGrid } from "@/components/storefront/product-card";
import { ProductDetails, ProductHead } from "@/components/storefront/product-detail";
import { ProductGallery } from "@/components/storefront/product-gallery";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { readShopperCurrency } from "@/lib/cart/cookies";
import { chooseVariant } from "@/lib/catalog/choose-variant";
import { productJsonLd } from "@/lib/catalog/json-ld";
import type { Reader } from "@/lib/catalog/product-rows";
import { findProduct, listRelated } from "@/lib/catalog/queries";
import { env } from "@/lib/env";
import { readLocale, translations } from "@/lib/i18n/request";
import { addToCartAction } from "../../cart/actions";
import { Nowhere, nowhereMetadata } from "../../nowhere";

type Props = PageProps<"/products/[slug]">;

const readReader = cache(async (): Promise<Reader> => {
  const [currency, locale] = await Promise.all([readShopperCurrency(), readLocale()]);
  return { currency, locale };
});

const find = cache(async (slug: string) => findProduct(slug, await readReader()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await find((await params).slug);
  if (product === null) return nowhereMetadata();
  const { slug, title, subtitle, paragraphs } = product;
  return {
    title: `${title}: ${subtitle}`,
    description: paragraphs[0]?.slice(0, 200),
    // Every choice of a variant is the same product.
    alternates: { canonical: `${env().storeUrl}/products/${slug}` },
  };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const product = await find((await params).slug);
  if (product === null) return <Nowhere />;
  const { title, category, pictures } = product;
  const choices = chooseVariant(product, await searchParams);
  const t = await translations("catalog");
  const related = await listRelated(product, await readReader());
  const trail = [
    { title: t("everything"), href: "/products" },
    { title: category.name, href: `/products/category/${category.slug}` },
  ];
  return (
    <div className="page pt-3 md:pt-5">
      <Breadcrumbs label={t("whereYouAre")} trail={trail} current={title} />
      <div className="mt-3 grid gap-8 md:grid-cols-2 lg:grid-cols-[7fr_6fr] lg:gap-16">
        <ProductGallery
          pictures={pictures}
          firstUrl={choices.variant?.pictureUrl ?? null}
          label={t("pictures")}
        />
        <div className="flex flex-col gap-7">
          <ProductHead product={product} choices={choices} addToCart={addToCartAction} t={t} />
          <ProductDetails product={product} />
        </div>
      </div>
      {related.length > 0 && (
        <section aria-labelledby="related" className="pt-16">
          <h2 id="related" className="mb-6 text-2xl">
            {t("alsoIn", { category: category.name })}
          </h2>
          <ProductGrid
            products={related}
            label={t("alsoIn", { category: category.name })}
            as="h3"
            t={t}
          />
        </section>
      )}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: productJsonLd(product, env().storeUrl) }}
      />
    </div>
  );
}
