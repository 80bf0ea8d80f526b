import type { Metadata } from "next";
import { PageHeader } from "@/components/admin/page-header";
import { RowList } from "@/components/admin/row-list";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMerchant } from "@/lib/auth/merchant";
import { findShippingSetup } from "@/lib/shipping/manage";

export const metadata: Metadata = { title: "Shipping" };

export default async function ShippingSetupPage() {
  await requireMerchant("/admin/shipping");
  const { zones, rates } = await findShippingSetup();
  return (
    <>
      <PageHeader
        title="Shipping"
        lead="Where parcels go, and what that costs."
        actions={
          <>
            <LinkButton href="/admin/shipping/zones/new" variant="secondary">
              New zone
            </LinkButton>
            <LinkButton href="/admin/shipping/rates/new">New rate</LinkButton>
          </>
        }
      />
      <h2 className="mb-3 text-lg">Rates</h2>
      {rates.length > 0 ? (
        <RowList label="Rates" rows={rates.map(rateRow)} />
      ) : (
        <EmptyState title="Nothing is sent yet: make a rate" />
      )}
      <h2 className="mt-8 mb-3 text-lg">Zones</h2>
      {zones.length > 0 ? (
        <RowList label="Zones" rows={zones.map(zoneRow)} />
      ) : (
        <p className="text-muted">
          Without zones a rate leads wherever it says itself. A zone groups countries and regions.
        </p>
      )}
    </>
  );
}

type Setup = Awaited<ReturnType<typeof findShippingSetup>>;

function rateRow({
  id,
  name,
  code,
  zone,
  countries,
  basis,
  prices,
  active,
}: Setup["rates"][number]) {
  const listed = countries ?? [];
  const where = zone?.name ?? (listed.length > 0 ? `${listed.length} countries` : "everywhere");
  const by =
    { flat: "one price", weight: "by weight", total: "by the goods' total" }[basis] ?? basis;
  return {
    id,
    href: `/admin/shipping/rates/${id}`,
    title: name,
    detail: `${code} · ${where} · ${by}`,
    badge: active ? null : <StatusBadge tone="neutral">Off</StatusBadge>,
    aside: prices.map(({ currency }) => currency).join(" "),
  };
}

function zoneRow({ id, name, countries, regions, _count }: Setup["zones"][number]) {
  const places = [...regions, ...countries].join(", ");
  return {
    id,
    href: `/admin/shipping/zones/${id}`,
    title: name,
    detail: places || "The rest of the world",
    aside: _count.rates === 1 ? "1 rate" : `${_count.rates} rates`,
  };
}
