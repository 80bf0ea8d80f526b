import type { Metadata } from "next";
import { cache } from "react";
import { readListing } from "@/lib/catalog/listing";
import { listCategories } from "@/lib/catalog/queries";
import { readLocale } from "@/lib/i18n/request";
import { ListingPage } from "../../listing-page";
import { Nowhere, nowhereMetadata } from "../../../nowhere";

type Props = PageProps<"/products/category/[slug]">;

const findCategory = cache(async (wanted: string) => {
  const categories = await listCategories(await readLocale());
  return categories.find(({ slug }) => slug === wanted) ?? null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const category = await findCategory((await params).slug);
  if (category === null) return nowhereMetadata();
  return { title: category.name, description: category.tagline };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const category = await findCategory(slug);
  if (category === null) return <Nowhere />;
  const { name, tagline, description } = category;
  return (
    <ListingPage
      listing={readListing(await searchParams, slug)}
      title={name}
      intro={<p>{description || tagline}</p>}
    />
  );
}
