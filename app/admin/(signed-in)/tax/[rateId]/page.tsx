import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm, type RecordField } from "@/components/admin/record-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { requireMerchant } from "@/lib/auth/merchant";
import { findTaxRate } from "@/lib/tax/manage";
import { saveTaxRateAction } from "../actions";

export const metadata: Metadata = { title: "Tax rate" };

export default async function TaxRatePage({ params }: PageProps<"/admin/tax/[rateId]">) {
  const { rateId } = await params;
  await requireMerchant(`/admin/tax/${rateId}`);
  const rate = z.uuid().safeParse(rateId).success ? await findTaxRate(rateId) : null;
  if (rate === null && rateId !== "new") notFound();
  const title = rate === null ? "New rate" : `${rate.name} ${rate.country} ${rate.region}`;
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Tax", href: "/admin/tax" }]}
        current={title}
      />
      <PageHeader title={title} />
      <Card className="max-w-2xl">
        <RecordForm
          label="Tax rate"
          fields={fieldsOf(rate)}
          submit={rate === null ? "Create rate" : "Save"}
          action={saveTaxRateAction}
          id={rateId}
        />
      </Card>
    </>
  );
}

function fieldsOf(rate: Awaited<ReturnType<typeof findTaxRate>>): RecordField[] {
  const percent = rate === null ? "" : String(rate.basisPoints / 100);
  return [
    {
      kind: "text",
      name: "name",
      label: "Name",
      hint: "VAT, Sales tax, …",
      value: rate?.name,
      required: true,
    },
    {
      kind: "decimal",
      name: "percent",
      label: "Percentage",
      hint: "0 is a rate too, and is shown.",
      value: percent,
      required: true,
    },
    {
      kind: "text",
      name: "country",
      label: "Country",
      hint: "Two letters.",
      value: rate?.country,
      required: true,
    },
    {
      kind: "text",
      name: "region",
      label: "Region",
      hint: "As addresses have it: CA. Empty: the whole country.",
      value: rate?.region,
    },
    {
      kind: "checkbox",
      name: "included",
      label: "Prices have it in them",
      checked: rate?.included ?? true,
    },
    {
      kind: "checkbox",
      name: "onShipping",
      label: "Due on shipping, too",
      checked: rate?.onShipping ?? true,
    },
    { kind: "checkbox", name: "active", label: "Active", checked: rate?.active ?? true },
  ];
}
