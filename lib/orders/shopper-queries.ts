import "server-only";
import { z } from "zod";
import { database, type Prisma } from "@/lib/db/client";
import { linkLivesMs, readOrderLink, signOrderLink } from "@/lib/auth/order-link";
import { toMinor } from "@/lib/db/minor";
import { sum } from "@/lib/money/divide";
import { orderView } from "./queries";
import { canShopperCancel, shopperState, type ShopperState } from "./shopper-state";
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
  /** What came or is held through other payments of an order that is not covered yet. */
  paidMinor: number;
  /** What is left for other ways to pay, whether or not it is paid. */
  payMinor: number;
  /** Why the last attempt did not work, by the gateway's code; null: it did not fail. */
  lastFailure: string | null;
  /** The last attempt was with a saved card, and its bank wants to see the shopper. */
  needsAction: boolean;
  /** Nothing was taken and nothing was sent: the shopper may call it off. */
  canCancel: boolean;
};

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

/**
 * What a link opens. "closed": it was a link to an order, and its time is over; nothing of the order is
 * told but where a new link can be sent from.
 */
export type OpenedOrder =
  { is: "open"; order: ShopperOrder } | { is: "closed"; accessToken: string } | { is: "unknown" };

/**
 * The shopper's link is the only key: a signed one until it ends, the bare token for a day after the order
 * was made or placed, and for whoever is signed in and ordered it, always.
 */
export async function openOrder(
  link: string,
  shopperId: string | null = null,
  now = Date.now(),
): Promise<OpenedOrder> {
  const read = readOrderLink(link, now);
  if (read === null) return { is: "unknown" };
  const { accessToken } = read;
  const db = await database();
  const row = await db.order.findUnique({ where: { accessToken }, include });
  if (row === null) return { is: "unknown" };
  if (read.is === "signed" || (read.is === "bare" && isFresh(row, now))) {
    return { is: "open", order: shopperOrder(row, link) };
  }
  if (shopperId === null || row.shopperId !== shopperId) return { is: "closed", accessToken };
  // What the page leads to asks for a link of its own, not for who is signed in.
  const signed = signOrderLink(accessToken, linkLivesMs.lookup, now);
  return { is: "open", order: shopperOrder(row, signed) };
}

/** Null when the link opens nothing (any more). */
export async function findShopperOrder(link: string): Promise<ShopperOrder | null> {
  const opened = await openOrder(link);
  return opened.is === "open" ? opened.order : null;
}

function isFresh({ createdAt, placedAt }: Row, now: number): boolean {
  const latest = Math.max(createdAt.getTime(), placedAt?.getTime() ?? 0);
  return now - latest < linkLivesMs.lookup;
}

function shopperOrder(row: Row, link: string): ShopperOrder {
  const transactions = row.payments.flatMap((payment) => payment.transactions);
  const attempts = transactions.filter(({ kind }) => kind === "purchase" || kind === "authorize");
  const refunds = transactions.filter(({ kind }) => kind === "refund");
  const isCapturing = transactions.some(({ kind, status: at }) => {
    return kind === "capture" && at !== "succeeded" && at !== "failed";
  });
  const { status, payment, placedAt } = row;
  const giftCards = row.payments
    .filter(({ gateway }) => gateway === "gift_card")
    .flatMap(paidBy)
    .map(({ amountMinor, paidWith: card }) => ({ amountMinor, last4: card?.last4 ?? "" }));
  const giftMinor = sum(giftCards.map(({ amountMinor }) => amountMinor));
  const others = row.payments.filter(({ gateway }) => gateway !== "gift_card");
  const paidMinor = placedAt === null ? sum(others.map(keptMinor)) : 0;
  return {
    ...orderView(row),
    accessToken: link,
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
    paidMinor,
    payMinor: toMinor(row.totalMinor) - giftMinor - paidMinor,
    refunds: refunds
      .filter((refund) => refund.status !== "failed")
      .map((refund) => ({
        id: refund.id,
        amountMinor: toMinor(refund.amountMinor),
        isDone: refund.status === "succeeded",
        at: refund.settledAt ?? refund.createdAt,
      })),
    lastFailure: attempts.findLast((attempt) => attempt.status === "failed")?.failureCode ?? null,
    needsAction: attempts.at(-1)?.failureCode === "authentication_required",
    canCancel: canShopperCancel({ ...row, isCapturing }),
  };
}

const paidWith = z.object({
  kind: z.string(),
  brand: z.string().nullable().catch(null),
  last4: z.string().nullable().catch(null),
});

const keptMinor = (one: Row["payments"][number]) =>
  toMinor(one.authorizedMinor) - toMinor(one.voidedMinor) - toMinor(one.refundedMinor);

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
