import "server-only";
import { z } from "zod";
import { database } from "@/lib/db/client";

/** What a shopper waits for whose payment takes days. */
export type WhatsNext = { is: "debit" } | { is: "voucher"; url: string };

const actionSchema = z.object({ kind: z.literal("voucher"), url: z.url() });
const instrumentSchema = z.object({ kind: z.string().regex(/_debit$|^us_bank_account$/) });

/** Null: nothing that takes long is under way. */
export async function findWhatsNext(orderId: string): Promise<WhatsNext | null> {
  const db = await database();
  const payments = await db.payment.findMany({
    where: { orderId, closedAt: null, authorizedMinor: 0 },
    orderBy: { createdAt: "desc" },
    select: { nextAction: true, instrument: true },
  });
  for (const { nextAction, instrument } of payments) {
    const voucher = actionSchema.safeParse(nextAction);
    if (voucher.success) return { is: "voucher", url: voucher.data.url };
    if (instrumentSchema.safeParse(instrument).success) return { is: "debit" };
  }
  return null;
}
