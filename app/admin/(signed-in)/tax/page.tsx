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
import { readTaxSettings } from "@/lib/tax/settings";
import { percentage } from "@/lib/tax/tax";
import { saveTaxSettingsAction } from "./actions";

export const metadata: Metadata = { title: "Tax" };

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
      <PageHeader
        title="Tax"
        lead="Where no rate is written, none is due. Several rates of one place add up."
        actions={make}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {rates.length > 0 ? (
          <RowList label="Tax rates" rows={rates.map(rowOf)} />
        ) : (
          <EmptyState title="No tax rates yet" actions={make} />
        )}
        <Card aria-labelledby="prices">
          <CardHeader id="prices" title="Prices in the shop" />
          <RecordForm
            label="Tax settings"
            fields={[
              {
                kind: "select",
                name: "prices",
                label: "Tax in prices",
                value: settings.prices,
                options: priceOptions,
                wide: true,
              },
            ]}
            submit="Save"
            action={saveTaxSettingsAction}
          />
        </Card>
      </div>
    </>
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
