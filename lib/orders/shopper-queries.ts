import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { orderView } from "./queries";
import { shopperState, type ShopperState } from "./shopper-state";
import type { OrderView } from "./views";

export type PaidWith = { kind: string; brand: string | null; last4: string | null };

export type ShopperPayment = {
  id: string;
  /** What was taken or is held for the order, before refunds. */
  amountMinor: number;
  /** Held on the card until the goods leave; nothing is taken yet. */
  isHeld: boolean;
  captureBefore: Date | null;
  paidWith: PaidWith | null;
};

export type ShopperRefund = {
  id: string;
  amountMinor: number;
  /** False: it is on its way back. */
  isDone: boolean;
  at: Date;
};

/** The order in the eyes of the person who holds its link. */
export type ShopperOrder = OrderView & {
  state: ShopperState;
  /** Payments through which money came, or is held. */
  paidBy: ShopperPayment[];
  refunds: ShopperRefund[];
  /** Why the last attempt did not work, in the gateway's words for the shopper; null: it did not fail. */
  lastFailure: string | null;
};

const token = /^[\w-]{32}$/;

const include = {
  lines: { orderBy: { position: "asc" } },
  events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  payments: {
    orderBy: { createdAt: "asc" },
    include: { transactions: { orderBy: { createdAt: "asc" } } },
  },
} as const satisfies Prisma.OrderInclude;

type Row = Prisma.OrderGetPayload<{ include: typeof include }>;

/** The token in the shopper's link is the only key: there is no lookup by number. */
export async function findShopperOrder(accessToken: string): Promise<ShopperOrder | null> {
  if (!token.test(accessToken)) return null;
  const db = await database();
  const row = await db.order.findUnique({ where: { accessToken }, include });
  return row === null ? null : shopperOrder(row);
}

function shopperOrder(row: Row): ShopperOrder {
  const transactions = row.payments.flatMap((payment) => payment.transactions);
  const attempts = transactions.filter(({ kind }) => kind === "purchase" || kind === "authorize");
  const refunds = transactions.filter(({ kind }) => kind === "refund");
  const { status, payment, placedAt } = row;
  return {
    ...orderView(row),
    state: shopperState({ status, payment, placedAt, attempts }),
    paidBy: row.payments.flatMap(paidBy),
    refunds: refunds
      .filter((refund) => refund.status !== "failed")
      .map((refund) => ({
        id: refund.id,
        amountMinor: toMinor(refund.amountMinor),
        isDone: refund.status === "succeeded",
        at: refund.settledAt ?? refund.createdAt,
      })),
    lastFailure:
      attempts.findLast((attempt) => attempt.status === "failed")?.failureMessage ?? null,
  };
}

const paidWith = z.object({
  kind: z.string(),
  brand: z.string().nullable().catch(null),
  last4: z.string().nullable().catch(null),
});

function paidBy(payment: Row["payments"][number]): ShopperPayment[] {
  const captured = toMinor(payment.capturedMinor);
  const held = toMinor(payment.authorizedMinor) - captured - toMinor(payment.voidedMinor);
  if (captured <= 0 && held <= 0) return [];
  const instrument = paidWith.safeParse(payment.instrument);
  return [
    {
      id: payment.id,
      amountMinor: Math.max(captured, captured + held),
      isHeld: captured === 0 && held > 0,
      captureBefore: payment.captureBefore,
      paidWith: instrument.success ? instrument.data : null,
    },
  ];
}
