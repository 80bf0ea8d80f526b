import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { toMinor } from "@/lib/db/minor";
import { sum } from "@/lib/money/divide";
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
  /** What each code took off. */
  codes: { code: string; discountMinor: number; freeShipping: boolean }[];
  /** What gift cards gave, or hold for it. */
  giftCards: { last4: string; amountMinor: number }[];
  /** What is left for other ways to pay, whether or not it is paid. */
  payMinor: number;
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
  redemptions: {
    orderBy: { createdAt: "asc" },
    select: { discountMinor: true, promotion: { select: { code: true, kind: true } } },
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
  const giftCards = row.payments
    .filter(({ gateway }) => gateway === "gift_card")
    .flatMap(paidBy)
    .map(({ amountMinor, paidWith: card }) => ({ amountMinor, last4: card?.last4 ?? "" }));
  return {
    ...orderView(row),
    state: shopperState({ status, payment, placedAt, attempts }),
    paidBy: row.payments.flatMap(paidBy),
    codes: row.redemptions.map(({ discountMinor, promotion: { code, kind } }) => {
      return {
        code,
        discountMinor: toMinor(discountMinor),
        freeShipping: kind === "free_shipping",
      };
    }),
    giftCards,
    payMinor: toMinor(row.totalMinor) - sum(giftCards.map(({ amountMinor }) => amountMinor)),
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
