import type { Metadata } from "next";
import { z } from "zod";
import { pagerWords } from "@/components/admin/list-words";
import { MailStatus } from "@/components/admin/mail-status";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { RowList } from "@/components/admin/row-list";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMerchant } from "@/lib/auth/merchant";
import { MailStatus as Status } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { findMails } from "@/lib/mail/queries";

export const metadata: Metadata = { title: "Outbox" };

const query = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  status: z.enum(Status).optional().catch(undefined),
});

const labels = { queued: "Waiting", sent: "Sent", failed: "Given up" };

function addressOf(status: Status | undefined, page = 1): string {
  const params = new URLSearchParams();
  if (status) params.set("status", status);
  if (page > 1) params.set("page", String(page));
  return `/admin/outbox${params.size > 0 ? `?${params}` : ""}`;
}

export default async function OutboxPage({ searchParams }: PageProps<"/admin/outbox">) {
  const given = query.parse(await searchParams);
  await requireMerchant(addressOf(given.status, given.page));
  const { mails, page, pages } = await findMails(given);
  const lead =
    env().mail === null
      ? "No mail server is set, so mail is kept here and goes nowhere else."
      : "Every mail to customers, as they read it.";
  return (
    <>
      <PageHeader title="Outbox" lead={lead} />
      <Chips
        label="Mail"
        className="mb-5"
        chips={[undefined, ...Object.values(Status)].map((status) => ({
          href: addressOf(status),
          label: status === undefined ? "All" : labels[status],
          current: given.status === status,
        }))}
      />
      {mails.length > 0 ? (
        <RowList
          label="Mail"
          rows={mails.map((mail) => ({
            id: mail.id,
            href: `/admin/outbox/${mail.id}`,
            title: mail.subject,
            detail: mail.recipient,
            badge: <MailStatus status={mail.status} lastError={mail.lastError} />,
            aside: <Moment at={mail.sentAt ?? mail.createdAt} />,
          }))}
        />
      ) : (
        <EmptyState title={given.status ? "No mail of this kind" : "No mail yet"}>
          An order's confirmation is the first that appears here.
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(given.status, to)}
        words={pagerWords("mail", page, pages)}
      />
    </>
  );
}
