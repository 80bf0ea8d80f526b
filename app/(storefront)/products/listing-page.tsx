import type { ReactNode } from "react";
import { ListingControls } from "@/components/storefront/listing-controls";
import { ProductGrid } from "@/components/storefront/product-card";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readShopperCurrency } from "@/lib/cart/cookies";
import { listingHref, readListing, type Listing, type Sorting } from "@/lib/catalog/listing";
import { translations } from "@/lib/i18n/request";
import type { Translator } from "@/lib/i18n/translator";
import { listCategories, listColours, listProducts } from "@/lib/catalog/queries";

const sortings = [
  { value: "featured", key: "sortFeatured" },
  { value: "price", key: "sortPrice" },
  { value: "price-desc", key: "sortPriceDesc" },
  { value: "newest", key: "sortNewest" },
  { value: "name", key: "sortName" },
] as const satisfies { value: Sorting; key: string }[];

type Props = { listing: Listing; title: string; intro?: ReactNode };

/** The list of everything, of one category, and of what a search found. */
export async function ListingPage({ listing, title, intro }: Props) {
  const [currency, t] = await Promise.all([readShopperCurrency(), translations("catalog")]);
  const [{ products, total, page, pages }, categories, colours] = await Promise.all([
    listProducts(listing, { currency, locale: t.locale }),
    listCategories(t.locale),
    listColours(t.locale),
  ]);
  const { q, sort, inStock, colour, category } = listing;
  const path = listingHref(readListing({}, category));
  return (
    <div className="page pt-8 md:pt-12">
      <h1 className="text-3xl">{title}</h1>
      <div className="mt-3 mb-6 max-w-2xl text-muted">{intro}</div>
      <ListingControls
        rooms={roomsOf(listing, categories, t)}
        path={path}
        q={q}
        inStock={inStock}
        colour={colour}
        colours={colours}
        sort={sort}
        sortings={sortings.map(({ value, key }) => ({ value, label: t(key) }))}
        t={t}
      />
      {products.length > 0 ? (
        <>
          <p className="sr-only">{t("count", { count: total })}</p>
          <ProductGrid products={products} label={title} inView={4} t={t} />
        </>
      ) : (
        <Nothing listing={listing} t={t} />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => listingHref({ ...listing, page: to })}
        words={{
          navigation: t("pages"),
          previous: t("previous"),
          next: t("next"),
          position: t("position", { page, pages }),
        }}
      />
    </div>
  );
}

type Categories = Awaited<ReturnType<typeof listCategories>>;

function roomsOf(listing: Listing, categories: Categories, t: Translator<"catalog">) {
  const inRoom = (category: string | null) => listingHref({ ...listing, category, page: 1 });
  return [
    { href: inRoom(null), label: t("everything"), current: listing.category === null },
    ...categories.map(({ slug, name }) => ({
      href: inRoom(slug),
      label: name,
      current: listing.category === slug,
    })),
  ];
}

type NothingProps = { listing: Listing; t: Translator<"catalog"> };

function Nothing({ listing: { q, category, inStock, colour }, t }: NothingProps) {
  const narrowed = category !== null || inStock || colour !== null;
  const href = narrowed && q ? `/products?${new URLSearchParams({ q })}` : "/products";
  return (
    <EmptyState
      title={q ? t("nothingFor", { q }) : t("nothingHere")}
      actions={
        <LinkButton href={href} variant="solid">
          {narrowed && q ? t("searchEverywhere") : t("seeEverything")}
        </LinkButton>
      }
    >
      <p>{t("nothingHint")}</p>
    </EmptyState>
  );
}
