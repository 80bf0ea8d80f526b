import type { Metadata } from "next";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm } from "@/components/admin/record-form";
import { RowList } from "@/components/admin/row-list";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMerchant } from "@/lib/auth/merchant";
import { database } from "@/lib/db/client";
import { countryName } from "@/lib/shipping/address";
import { findTaxRates } from "@/lib/tax/manage";
import { readTaxSettings, type TaxSettings } from "@/lib/tax/settings";
import { percentage } from "@/lib/tax/tax";
import { saveTaxSettingsAction } from "./actions";

export const metadata: Metadata = { title: "Tax" };

const leads = {
  own: "Where no rate is written, none is due. Several rates of one place add up.",
  stripe:
    "Stripe Tax says what is due at checkout in the shop. These rates are for the register, programs and dinars.",
} as const;

const sourceOptions = [
  { value: "own", label: "The rates on this page" },
  { value: "stripe", label: "Stripe Tax, asked at each checkout" },
];

const priceOptions = [
  { value: "by_rate", label: "As each rate says" },
  { value: "with_tax", label: "Prices have it in them, everywhere" },
  { value: "without_tax", label: "It comes on top, everywhere" },
];

export default async function TaxPage() {
  await requireMerchant("/admin/tax");
  const [rates, settings] = await Promise.all([
    findTaxRates(),
    database().then((db) => readTaxSettings(db)),
  ]);
  const make = <LinkButton href="/admin/tax/new">New rate</LinkButton>;
  return (
    <>
      <PageHeader title="Tax" lead={leads[settings.source]} actions={make} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {rates.length > 0 ? (
          <RowList label="Tax rates" rows={rates.map(rowOf)} />
        ) : (
          <EmptyState title="No tax rates yet" actions={make} />
        )}
        <Card aria-labelledby="prices">
          <CardHeader id="prices" title="Prices in the shop" />
          <SettingsForm settings={settings} />
        </Card>
      </div>
    </>
  );
}

function SettingsForm({ settings: { source, prices } }: { settings: TaxSettings }) {
  const select = { kind: "select", wide: true } as const;
  return (
    <RecordForm
      label="Tax settings"
      fields={[
        {
          ...select,
          name: "source",
          label: "Where tax comes from",
          value: source,
          options: sourceOptions,
        },
        {
          ...select,
          name: "prices",
          label: "Tax in prices",
          value: prices,
          options: priceOptions,
        },
      ]}
      submit="Save"
      action={saveTaxSettingsAction}
    />
  );
}

type Rate = Awaited<ReturnType<typeof findTaxRates>>[number];

function rowOf({ id, name, country, region, basisPoints, included, onShipping, active }: Rate) {
  const place = region === "" ? countryName(country) : `${countryName(country)}, ${region}`;
  const how = included ? "in prices" : "on top";
  return {
    id,
    href: `/admin/tax/${id}`,
    title: place,
    detail: `${name}, ${how}${onShipping ? "" : ", not on shipping"}`,
    badge: active ? null : <StatusBadge tone="neutral">Off</StatusBadge>,
    aside: percentage(basisPoints, "en-US"),
  };
}
