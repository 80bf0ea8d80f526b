import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";

const pageSize = 30;
const countLimit = 10_000;

const select = {
  id: true,
  source: true,
  externalId: true,
  type: true,
  receivedAt: true,
  processedAt: true,
  attempts: true,
  nextTryAt: true,
  lastError: true,
} as const;

/** What gateways have told us, the newest first. */
export async function findEvents(query: { page: number; waiting: boolean }) {
  const db = await database();
  const where = query.waiting ? { processedAt: null } : {};
  const page = Math.min(query.page, Math.floor(countLimit / pageSize));
  const [events, total] = await Promise.all([
    db.webhookEvent.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * pageSize,
      take: pageSize,
      select,
    }),
    db.webhookEvent.count({ where, take: countLimit }),
  ]);
  return { events, page, pages: Math.max(1, Math.ceil(total / pageSize)), total };
}

export async function findEvent(id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const db = await database();
  return db.webhookEvent.findUnique({ where: { id }, select: { ...select, body: true } });
}
