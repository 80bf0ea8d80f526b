import { z } from "zod";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

export type CaseView = {
  id: string;
  kind: string;
  message: string;
  status: "open" | "settled";
  createdAt: Date;
  settledAt: Date | null;
  resolution: string | null;
  /** By when somebody must have done something: answered a dispute, captured a hold. */
  dueAt: Date | null;
  order: { id: string; number: number | null } | null;
};

export async function countOpenCases(): Promise<number> {
  const db = await database();
  return db.paymentCase.count({ where: { status: "open" } });
}

/** What a person must look at, the oldest open one first, then what was settled lately. */
export async function findCases(): Promise<CaseView[]> {
  const db = await database();
  const select = {
    id: true,
    kind: true,
    message: true,
    status: true,
    createdAt: true,
    settledAt: true,
    resolution: true,
    facts: true,
    order: { select: { id: true, number: true } },
  } as const;
  const [open, settled] = await Promise.all([
    db.paymentCase.findMany({
      where: { status: "open" },
      orderBy: { createdAt: "asc" },
      take: 100,
      select,
    }),
    db.paymentCase.findMany({
      where: { status: "settled" },
      orderBy: { createdAt: "desc" },
      take: 20,
      select,
    }),
  ]);
  return [...open, ...settled].map(({ order, facts, ...row }) => ({
    ...row,
    dueAt: dueAt(facts),
    order: order && { id: order.id, number: order.number === null ? null : Number(order.number) },
  }));
}

const moment = z.iso.datetime().transform((at) => new Date(at));
const deadlines = z.object({
  respondBy: moment.nullish().catch(null),
  captureBefore: moment.nullish().catch(null),
});

function dueAt(facts: unknown): Date | null {
  const { data } = deadlines.safeParse(facts);
  return data?.respondBy ?? data?.captureBefore ?? null;
}

/**
 * A merchant has dealt with it and says how. Settling twice is settling once.
 * @throws DomainError not_found, wrong_state
 */
export async function settleCaseByMerchant(command: {
  caseId: string;
  resolution: string;
  merchantId: string;
}): Promise<void> {
  const db = await database();
  const { count } = await db.paymentCase.updateMany({
    where: { id: command.caseId, status: "open" },
    data: {
      status: "settled",
      settledAt: new Date(),
      settledBy: `merchant:${command.merchantId}`,
      resolution: command.resolution,
    },
  });
  if (count > 0) return;
  const known = await db.paymentCase.count({ where: { id: command.caseId } });
  if (known === 0) throw new DomainError("not_found", "This case does not exist.");
  throw new DomainError("wrong_state", "This case is settled already.");
}
