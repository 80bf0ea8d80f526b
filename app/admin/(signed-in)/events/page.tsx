import type { Metadata } from "next";
import { z } from "zod";
import { EventStatus } from "@/components/admin/event-status";
import { pagerWords } from "@/components/admin/list-words";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { RowList } from "@/components/admin/row-list";
import { gateways } from "@/components/admin/words";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMerchant } from "@/lib/auth/merchant";
import { findEvents } from "@/lib/merchants/events-list";

export const metadata: Metadata = { title: "Events" };

const query = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  waiting: z.literal("1").optional().catch(undefined),
});

function addressOf(waiting: boolean, page = 1): string {
  const params = new URLSearchParams();
  if (waiting) params.set("waiting", "1");
  if (page > 1) params.set("page", String(page));
  return `/admin/events${params.size > 0 ? `?${params}` : ""}`;
}

export default async function EventsPage({ searchParams }: PageProps<"/admin/events">) {
  const given = query.parse(await searchParams);
  const waiting = given.waiting === "1";
  await requireMerchant(addressOf(waiting, given.page));
  const { events, page, pages } = await findEvents({ page: given.page, waiting });
  return (
    <>
      <PageHeader title="Events" lead="What gateways have told the store, word for word." />
      <Chips
        label="Events"
        className="mb-5"
        chips={[
          { href: addressOf(false), label: "All", current: !waiting },
          { href: addressOf(true), label: "Not worked on yet", current: waiting },
        ]}
      />
      {events.length > 0 ? (
        <RowList
          label="Events"
          rows={events.map((event) => ({
            id: event.id,
            href: `/admin/events/${event.id}`,
            title: <span className="font-mono text-sm">{event.type}</span>,
            detail: (
              <>
                {gateways[event.source] ?? event.source} ·{" "}
                <span className="font-mono text-xs">{event.externalId}</span>
              </>
            ),
            badge: <EventStatus event={event} />,
            aside: <Moment at={event.receivedAt} />,
          }))}
        />
      ) : (
        <EmptyState title={waiting ? "Nothing is waiting" : "No events yet"}>
          Events come in at /webhooks/stripe as soon as somebody pays.
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(waiting, to)}
        words={pagerWords("events", page, pages)}
      />
    </>
  );
}
