import type { Metadata } from "next";
import { readListing } from "@/lib/catalog/listing";
import { translations } from "@/lib/i18n/request";
import { ListingPage } from "./listing-page";

type Props = PageProps<"/products">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = readListing(await searchParams);
  // A page for each thing that somebody typed is nothing for a search engine.
  const t = await translations("catalog");
  return q
    ? { title: t("searchTitle", { q }), robots: { index: false } }
    : { title: t("everything") };
}

export default async function ProductsPage({ searchParams }: Props) {
  const listing = readListing(await searchParams);
  const { q } = listing;
  const t = await translations("catalog");
  return (
    <ListingPage
      listing={listing}
      title={q ? t("foundFor", { q }) : t("everything")}
      intro={q ? null : <p>{t("everythingIntro")}</p>}
    />
  );
}
