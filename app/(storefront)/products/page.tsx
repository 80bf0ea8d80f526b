import type { Metadata } from "next";
import { readListing } from "@/lib/catalog/listing";
import { ListingPage } from "./listing-page";

type Props = PageProps<"/products">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readListing(await searchParams);
  // A page for each thing that somebody typed is nothing for a search engine.
  return q ? { title: `Search: ${q}`, robots: { index: false } } : { title: "Everything" };
}

export default async function ProductsPage({ searchParams }: Props) {
  const listing = readListing(await searchParams);
  const { q } = listing;
  return (
    <ListingPage
      listing={listing}
      title={q ? `Found for “${q}”` : "Everything"}
      intro={q ? null : <p>It fits in one shed. Every piece of it is in daily use by one of us.</p>}
    />
  );
}
