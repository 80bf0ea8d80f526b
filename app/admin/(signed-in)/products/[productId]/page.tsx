import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { amountLeft } from "@/components/admin/amount-left";
import { PageHeader } from "@/components/admin/page-header";
import { ProductForm } from "@/components/admin/product-form";
import { VariantForm } from "@/components/admin/variant-form";
import { StatusBadge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { requireMerchant } from "@/lib/auth/merchant";
import { findProductForEdit } from "@/lib/merchants/products";
import { saveProduct, saveVariant } from "./actions";

export const metadata: Metadata = { title: "Product" };

export default async function ProductPage({ params }: PageProps<"/admin/products/[productId]">) {
  const { productId } = await params;
  await requireMerchant(`/admin/products/${productId}`);
  const product = await findProductForEdit(productId);
  if (product === null) notFound();
  const isLive = product.status === "live";
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Products", href: "/admin/products" }]}
        current={product.title}
      />
      <PageHeader
        title={product.title}
        lead={product.category}
        badges={
          <StatusBadge tone={isLive ? "good" : "neutral"}>
            {isLive ? "For sale" : "Draft"}
          </StatusBadge>
        }
        actions={isLive && <InTheShop slug={product.slug} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <Card aria-labelledby="about">
          <CardHeader id="about" title="What it is" />
          <ProductForm product={product} action={saveProduct} />
        </Card>
        <Card aria-labelledby="variants">
          <CardHeader id="variants" title="Prices and stock" />
          <div className="divide-y divide-line">
            {product.variants.map((variant) => (
              <VariantForm key={variant.id} variant={typed(variant)} action={saveVariant} />
            ))}
          </div>
        </Card>
      </div>
    </>
  );
}

function InTheShop({ slug }: { slug: string }) {
  return (
    <Link
      href={`/products/${slug}`}
      className={buttonClass({ variant: "secondary", size: "small" })}
    >
      In the shop <Icon name="external" className="size-4" />
    </Link>
  );
}

type Variant = NonNullable<Awaited<ReturnType<typeof findProductForEdit>>>["variants"][number];

/** With prices as they are typed. */
function typed(variant: Variant) {
  const prices = variant.prices.map(({ minor, currency }) => ({
    ...amountLeft(minor, currency),
    currency,
  }));
  return { ...variant, prices };
}
