import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm } from "@/components/admin/record-form";
import { RowList } from "@/components/admin/row-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardHeader } from "@/components/ui/card";
import { requireMerchant } from "@/lib/auth/merchant";
import { currencySchema } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { findPromotionForEdit, findRedemptions, findTargets } from "@/lib/promotions/queries";
import { savePromotionAction } from "./actions";
import { promotionFields } from "./fields";

export const metadata: Metadata = { title: "Promotion" };

type Props = PageProps<"/admin/promotions/[promotionId]">;

export default async function PromotionPage({ params }: Props) {
  const { promotionId } = await params;
  await requireMerchant(`/admin/promotions/${promotionId}`);
  const isNew = promotionId === "new";
  const isId = z.uuid().safeParse(promotionId).success;
  const promotion = isId ? await findPromotionForEdit(promotionId) : null;
  if (promotion === null && !isNew) notFound();
  const targets = await findTargets();
  const title = promotion?.code ?? "New promotion";
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Promotions", href: "/admin/promotions" }]}
        current={title}
      />
      <PageHeader title={title} lead={promotion?.name} />
      <div className="flex max-w-3xl flex-col gap-4">
        <Card aria-labelledby="about">
          <CardHeader id="about" title="What it does" />
          <RecordForm
            label="Promotion"
            fields={promotionFields(promotion, targets)}
            submit={isNew ? "Create promotion" : "Save"}
            action={savePromotionAction}
            id={promotionId}
          />
        </Card>
        {promotion !== null && <Uses promotionId={promotion.id} />}
      </div>
    </>
  );
}

async function Uses({ promotionId }: { promotionId: string }) {
  const { items } = await findRedemptions(promotionId);
  if (items.length === 0) return null;
  return (
    <Card aria-labelledby="uses">
      <CardHeader id="uses" title="Used in" />
      <RowList
        label="Orders with this code"
        rows={items.map(({ order, discountMinor, email }) => ({
          id: order.id,
          href: `/admin/orders/${order.id}`,
          title: `#${order.number}`,
          detail: email,
          aside: `−${formatMoney(money(discountMinor, currencySchema.parse(order.currency)))}`,
        }))}
      />
    </Card>
  );
}
