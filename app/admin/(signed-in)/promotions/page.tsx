import type { Metadata } from "next";
import { PageHeader } from "@/components/admin/page-header";
import { RowList } from "@/components/admin/row-list";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMerchant } from "@/lib/auth/merchant";
import { findPromotions, type PromotionItem } from "@/lib/promotions/queries";
import { takesWords } from "./words";

export const metadata: Metadata = { title: "Promotions" };

export default async function PromotionsPage() {
  await requireMerchant("/admin/promotions");
  const promotions = await findPromotions();
  const make = <LinkButton href="/admin/promotions/new">New promotion</LinkButton>;
  return (
    <>
      <PageHeader
        title="Promotions"
        lead="Codes that shoppers enter in the bag or at checkout."
        actions={make}
      />
      {promotions.length > 0 ? (
        <RowList label="Promotions" rows={promotions.map(rowOf)} />
      ) : (
        <EmptyState title="No promotions yet" actions={make} />
      )}
    </>
  );
}

function rowOf(promotion: PromotionItem) {
  const { id, code, name, active, uses, usageLimit } = promotion;
  const of = usageLimit === null ? "" : ` of ${usageLimit}`;
  return {
    id,
    href: `/admin/promotions/${id}`,
    title: code,
    detail: `${name} · ${takesWords(promotion)}`,
    badge: (
      <StatusBadge tone={active ? "good" : "neutral"}>{active ? "Active" : "Off"}</StatusBadge>
    ),
    aside: `${uses}${of} used`,
  };
}
