import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailStatus } from "@/components/admin/mail-status";
import { MailView } from "@/components/admin/mail-view";
import { Moment } from "@/components/admin/moment";
import { PageHeader } from "@/components/admin/page-header";
import { RetryForm } from "@/components/admin/retry-form";
import { humanized, orderName } from "@/components/admin/words";
import { Alert } from "@/components/ui/alert";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { requireMerchant } from "@/lib/auth/merchant";
import { findMail } from "@/lib/mail/queries";
import { sendMailAgain } from "./actions";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params }: PageProps<"/admin/outbox/[mailId]">) {
  const { mailId } = await params;
  await requireMerchant(`/admin/outbox/${mailId}`);
  const mail = await findMail(mailId);
  if (mail === null) notFound();
  return (
    <>
      <Breadcrumbs
        label="Where you are"
        trail={[{ title: "Outbox", href: "/admin/outbox" }]}
        current={humanized(mail.kind)}
      />
      <PageHeader
        title={mail.subject}
        badges={<MailStatus status={mail.status} lastError={mail.lastError} />}
        lead={
          <>
            To {mail.recipient} · <Moment at={mail.sentAt ?? mail.createdAt} />
          </>
        }
        actions={
          mail.order && (
            <Link
              href={`/admin/orders/${mail.order.id}`}
              className={buttonClass({ variant: "secondary", size: "small" })}
            >
              Order {orderName(mail.order)}
            </Link>
          )
        }
      />
      {mail.status !== "sent" && mail.lastError !== null && (
        <Alert tone="warn" className="mb-4" title="The mail server said no">
          <p className="mb-2 text-sm">
            {mail.lastError} ({mail.attempts === 1 ? "1 try" : `${mail.attempts} tries`})
            {mail.nextTryAt && (
              <>
                . Next try <Moment at={mail.nextTryAt} />
              </>
            )}
          </p>
          {mail.status === "failed" && <RetryForm mailId={mail.id} action={sendMailAgain} />}
        </Alert>
      )}
      <MailView title={mail.subject} html={mail.html} text={mail.text} />
    </>
  );
}
