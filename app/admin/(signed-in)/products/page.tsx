import type { Metadata } from "next";
import { z } from "zod";
import { PageHeader } from "@/components/admin/page-header";
import { ProductsList } from "@/components/admin/products-list";
import { SearchForm } from "@/components/admin/search-form";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMerchant } from "@/lib/auth/merchant";
import { findProducts } from "@/lib/merchants/products";

export const metadata: Metadata = { title: "Products" };

const query = z.object({ search: z.string().trim().max(100).catch("") });

export default async function ProductsPage({ searchParams }: PageProps<"/admin/products">) {
  const { search } = query.parse(await searchParams);
  await requireMerchant("/admin/products");
  const products = await findProducts(search);
  const count = products.length === 1 ? "1 product" : `${products.length} products`;
  return (
    <>
      <PageHeader title="Products" lead={count} />
      <SearchForm
        action="/admin/products"
        label="Search products"
        placeholder="Title, address or SKU"
        value={search}
      />
      {products.length > 0 ? (
        <ProductsList products={products} />
      ) : (
        <EmptyState
          title={search ? "No product matches" : "No products yet"}
          actions={
            search && (
              <LinkButton href="/admin/products" variant="secondary">
                Show all products
              </LinkButton>
            )
          }
        />
      )}
    </>
  );
}
