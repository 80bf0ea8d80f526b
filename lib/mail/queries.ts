import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";
import type { MailStatus } from "@/lib/db/generated/enums";

const pageSize = 25;
const countLimit = 10_000;

const select = {
  id: true,
  kind: true,
  recipient: true,
  subject: true,
  status: true,
  attempts: true,
  nextTryAt: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
  order: { select: { id: true, number: true } },
} as const;

type Row = { order: { id: string; number: bigint | null } | null };

function withNumber<Mail extends Row>({ order, ...mail }: Mail) {
  const number = order?.number == null ? null : Number(order.number);
  return { ...mail, order: order && { id: order.id, number } };
}

/** The merchant's outbox, the newest first. */
export async function findMails(query: { page: number; status?: MailStatus | undefined }) {
  const db = await database();
  const where = query.status ? { status: query.status } : {};
  const page = Math.min(query.page, countLimit / pageSize);
  const [rows, total] = await Promise.all([
    db.mail.findMany({
      where,
      orderBy: { createdAt: "desc" },
      skip: (page - 1) * pageSize,
      take: pageSize,
      select,
    }),
    db.mail.count({ where, take: countLimit }),
  ]);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return { mails: rows.map(withNumber), page, pages, total };
}

export async function findMail(id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const db = await database();
  const row = await db.mail.findUnique({
    where: { id },
    select: { ...select, html: true, text: true },
  });
  return row && withNumber(row);
}
