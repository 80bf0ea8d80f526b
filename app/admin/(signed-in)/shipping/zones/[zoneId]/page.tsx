import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/admin/page-header";
import { RecordForm, type RecordField } from "@/components/admin/record-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { requireMerchant } from "@/lib/auth/merchant";
import { findZone } from "@/lib/shipping/manage";
import { saveZoneAction } from "../../actions";

export const metadata: Metadata = { title: "Shipping zone" };

export default async function ZonePage({ params }: PageProps<"/admin/shipping/zones/[zoneId]">) {
  const { zoneId } = await params;
  await requireMerchant(`/admin/shipping/zones/${zoneId}`);
  const zone = z.uuid().safeParse(zoneId).success ? await findZone(zoneId) : null;
  if (zone === null && zoneId !== "new") notFound();
  const title = zone?.name ?? "New zone";
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Shipping", href: "/admin/shipping" }]}
        current={title}
      />
      <PageHeader title={title} />
      <Card className="max-w-2xl">
        <RecordForm
          label="Zone"
          fields={zoneFields(zone)}
          submit={zone === null ? "Create zone" : "Save"}
          action={saveZoneAction}
          id={zoneId}
        />
      </Card>
    </>
  );
}

function zoneFields(zone: Awaited<ReturnType<typeof findZone>>): RecordField[] {
  return [
    {
      kind: "text",
      name: "name",
      label: "Name",
      value: zone?.name,
      required: true,
      wide: true,
    },
    {
      kind: "lines",
      name: "countries",
      label: "Countries",
      hint: "Two letters each. Without countries and regions it is the rest of the world.",
      value: zone?.countries.join(" "),
      wide: true,
    },
    {
      kind: "lines",
      name: "regions",
      label: "Regions",
      hint: "Such as US-AK. They are then not in the zones of their country.",
      value: zone?.regions.join(" "),
      wide: true,
    },
  ];
}
