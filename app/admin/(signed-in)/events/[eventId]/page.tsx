import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventStatus } from "@/components/admin/event-status";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { gateways } from "@/components/admin/words";
import { Alert } from "@/components/ui/alert";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requireMerchant } from "@/lib/auth/merchant";
import { findEvent } from "@/lib/merchants/events-list";

export const metadata: Metadata = { title: "Event" };

/** Indented where it is JSON, which it is unless somebody sent us something odd. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

export default async function EventPage({ params }: PageProps<"/admin/events/[eventId]">) {
  const { eventId } = await params;
  await requireMerchant(`/admin/events/${eventId}`);
  const event = await findEvent(eventId);
  if (event === null) notFound();
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Events", href: "/admin/events" }]}
        current={event.type}
      />
      <PageHeader
        title={<span className="font-mono text-xl">{event.type}</span>}
        badges={<EventStatus event={event} />}
        lead={
          <>
            {gateways[event.source] ?? event.source} ·{" "}
            <span className="font-mono text-xs break-all">{event.externalId}</span> · received{" "}
            <Moment at={event.receivedAt} />
          </>
        }
      />
      {event.lastError !== null && event.processedAt === null && (
        <Alert tone="warn" className="mb-4" title="It could not be worked on yet">
          <p className="text-sm">{event.lastError}</p>
        </Alert>
      )}
      <section
        aria-label="Body"
        // A keyboard has to reach what scrolls.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line bg-surface"
      >
        <pre className="p-5 font-mono text-xs leading-relaxed">{pretty(event.body)}</pre>
      </section>
    </>
  );
}
