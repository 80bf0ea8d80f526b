import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { listCategories, listProductAddresses } from "@/lib/catalog/queries";
import { env } from "@/lib/env";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const { storeUrl } = env();
  const [categories, products] = await Promise.all([listCategories("en"), listProductAddresses()]);
  return [
    { url: `${storeUrl}/` },
    { url: `${storeUrl}/products` },
    ...categories.map(({ slug }) => ({ url: `${storeUrl}/products/category/${slug}` })),
    ...products.map(({ slug, updatedAt }) => ({
      url: `${storeUrl}/products/${slug}`,
      lastModified: updatedAt,
    })),
  ];
}
