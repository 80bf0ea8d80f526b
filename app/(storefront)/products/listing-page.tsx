import type { ReactNode } from "react";
import { ListingControls } from "@/components/storefront/listing-controls";
import { ProductGrid } from "@/components/storefront/product-card";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readShopperCurrency } from "@/lib/cart/cookies";
import { listingHref, readListing, type Listing, type Sorting } from "@/lib/catalog/listing";
import { listCategories, listColours, listProducts } from "@/lib/catalog/queries";

const sortings: { value: Sorting; label: string }[] = [
  { value: "featured", label: "Our order" },
  { value: "price", label: "Cheapest first" },
  { value: "price-desc", label: "Dearest first" },
  { value: "newest", label: "Newest first" },
  { value: "name", label: "By name" },
];

type Props = { listing: Listing; title: string; intro?: ReactNode };

/** The list of everything, of one category, and of what a search found. */
export async function ListingPage({ listing, title, intro }: Props) {
  const currency = await readShopperCurrency();
  const [{ products, total, page, pages }, categories, colours] = await Promise.all([
    listProducts(listing, currency),
    listCategories(),
    listColours(),
  ]);
  const inRoom = (category: string | null) => listingHref({ ...listing, category, page: 1 });
  const rooms = [
    { href: inRoom(null), label: "Everything", current: listing.category === null },
    ...categories.map(({ slug, name }) => ({
      href: inRoom(slug),
      label: name,
      current: listing.category === slug,
    })),
  ];
  const { q, sort, inStock, colour, category } = listing;
  const path = listingHref(readListing({}, category));
  return (
    <div className="page pt-8 md:pt-12">
      <h1 className="text-3xl">{title}</h1>
      <div className="mt-3 mb-6 max-w-2xl text-muted">{intro}</div>
      <ListingControls
        rooms={rooms}
        path={path}
        q={q}
        inStock={inStock}
        colour={colour}
        colours={colours}
        sort={sort}
        sortings={sortings}
      />
      {products.length > 0 ? (
        <>
          <p className="sr-only">{total === 1 ? "1 product" : `${total} products`}</p>
          <ProductGrid products={products} label={title} />
        </>
      ) : (
        <Nothing listing={listing} />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => listingHref({ ...listing, page: to })}
        words={{
          navigation: "Pages",
          previous: "Previous",
          next: "Next",
          position: `Page ${page} of ${pages}`,
        }}
      />
    </div>
  );
}

function Nothing({ listing: { q, category, inStock, colour } }: { listing: Listing }) {
  const narrowed = category !== null || inStock || colour !== null;
  const href = narrowed && q ? `/products?${new URLSearchParams({ q })}` : "/products";
  return (
    <EmptyState
      title={q ? `Nothing for “${q}”` : "Nothing here at the moment"}
      actions={
        <LinkButton href={href} variant="solid">
          {narrowed && q ? "Search everywhere" : "See everything"}
        </LinkButton>
      }
    >
      <p>We sell few things. Try a shorter word, or what it is made of.</p>
    </EmptyState>
  );
}
