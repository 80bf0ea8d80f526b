import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm, type RecordField } from "@/components/admin/record-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { requireMerchant } from "@/lib/auth/merchant";
import { localeNames } from "@/lib/i18n/locales";
import { findRate, findShippingSetup } from "@/lib/shipping/manage";
import { priceLines } from "@/lib/shipping/price-lines";
import { rateTextField, rateTextValues } from "@/lib/shipping/rate-texts";
import { saveRateAction } from "../../actions";

export const metadata: Metadata = { title: "Shipping rate" };

export default async function RatePage({ params }: PageProps<"/admin/shipping/rates/[rateId]">) {
  const { rateId } = await params;
  await requireMerchant(`/admin/shipping/rates/${rateId}`);
  const rate = z.uuid().safeParse(rateId).success ? await findRate(rateId) : null;
  if (rate === null && rateId !== "new") notFound();
  const { zones } = await findShippingSetup();
  const title = rate?.name ?? "New rate";
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Shipping", href: "/admin/shipping" }]}
        current={title}
      />
      <PageHeader title={title} />
      <Card className="max-w-3xl">
        <RecordForm
          label="Rate"
          fields={fieldsOf(rate, zones)}
          more={{
            title: "In other languages",
            hint: "What is left empty is shown as it is written above.",
            fields: textFields(rate),
          }}
          submit={rate === null ? "Create rate" : "Save"}
          action={saveRateAction}
          id={rateId}
        />
      </Card>
    </>
  );
}

const words = { name: "Name", description: "What shoppers read" } as const;

/** A shopper's language is not the merchant's: both texts in each, side by side. */
function textFields(rate: Rate): RecordField[] {
  return rateTextValues(rate?.translations).map(({ field, locale, value }) => ({
    kind: "text",
    name: rateTextField(field, locale),
    label: `${words[field]} (${localeNames[locale]})`,
    value,
  }));
}

type Rate = Awaited<ReturnType<typeof findRate>>;

const bases = [
  { value: "flat", label: "One price" },
  { value: "weight", label: "By weight (grams)" },
  { value: "total", label: "By the goods' total" },
];

const basisSchema = z.enum(["flat", "weight", "total"]).catch("flat");

function fieldsOf(rate: Rate, zones: { id: string; name: string }[]): RecordField[] {
  const basis = basisSchema.parse(rate?.basis);
  const number = (value: number | null | undefined, empty: string) =>
    value === null || value === undefined ? empty : String(value);
  const everywhere = { value: "", label: "None: wherever its countries are" };
  return [
    { kind: "text", name: "name", label: "Name", value: rate?.name, required: true },
    { kind: "text", name: "code", label: "Code", value: rate?.code, required: true },
    {
      kind: "text",
      name: "description",
      label: "What shoppers read",
      value: rate?.description,
      wide: true,
    },
    {
      kind: "select",
      name: "zoneId",
      label: "Zone",
      value: rate?.zoneId ?? "",
      options: [everywhere, ...zones.map(({ id, name }) => ({ value: id, label: name }))],
    },
    { kind: "select", name: "basis", label: "Price", value: basis, options: bases },
    {
      kind: "lines",
      name: "prices",
      label: "Prices",
      hint: "One currency a line: USD 7.00; free from 100; from 1000: 9.00",
      value: rate === null ? "" : priceLines(rate.prices, basis),
      wide: true,
      required: true,
    },
    {
      kind: "text",
      name: "maxGrams",
      label: "Heaviest parcel in grams",
      hint: "Empty: any.",
      value: number(rate?.maxGrams, ""),
    },
    {
      kind: "text",
      name: "position",
      label: "Place in the list",
      value: number(rate?.position, "0"),
    },
    { kind: "text", name: "minDays", label: "Days at least", value: number(rate?.minDays, "2") },
    { kind: "text", name: "maxDays", label: "Days at most", value: number(rate?.maxDays, "5") },
    { kind: "checkbox", name: "active", label: "Active", checked: rate?.active ?? true },
  ];
}
