import { toMinor } from "@/lib/db/minor";
import type { ClientOrder } from "../queries/order-rows";

type Order = Pick<ClientOrder, "status" | "payment" | "totalMinor" | "payments" | "isSettled">;

/**
 * These clients know fewer states than we do, and theirs follow from the balance: an order that is covered, by
 * what was taken and what is held together, is "authorized"; one that is not is "incomplete" (again), whatever
 * was taken, let go or given back before. One of which a part was captured and the rest let go of is paid: nothing
 * can be paid for it any more, and it can be sent. `queries/order-words.ts` says the same in SQL.
 */
export function stateOf(order: Order) {
  const { status, payment, isSettled } = order;
  if (isSettled) return { status: "complete" as const, payment: "paid" as const };
  const isOver = status === "complete" || status === "cancelled";
  if (isOver) return { status, payment: overWords[payment] };
  if (payment === "partially_paid" || payment === "partially_refunded") {
    if (isCovered(order)) return { status, payment: "authorized" as const };
    return { status: "incomplete" as const, payment: "partially_paid" as const };
  }
  const isOwed = openOnly.includes(payment);
  return { status: isOwed ? ("incomplete" as const) : status, payment: openWords[payment] };
}

/** Taken and not given back, or held: nothing is owed. */
function isCovered({ totalMinor, payments }: Order): boolean {
  const coveredMinor = payments.reduce(
    (sum, one) =>
      sum + toMinor(one.authorizedMinor) - toMinor(one.voidedMinor) - toMinor(one.refundedMinor),
    0,
  );
  return coveredMinor >= toMinor(totalMinor);
}

type Words = Record<ClientOrder["payment"], string>;

const overWords = {
  unpaid: "unpaid",
  voided: "unpaid",
  partially_authorized: "partially_authorized",
  authorized: "authorized",
  partially_paid: "partially_paid",
  paid: "paid",
  partially_refunded: "paid",
  free: "paid",
  refunded: "refunded",
} as const satisfies Words;

/** A part that was paid and given back leaves an order that was never paid as it was before. */
const openWords = { ...overWords, refunded: "unpaid" } as const satisfies Words;

const openOnly: readonly ClientOrder["payment"][] = [
  "unpaid",
  "voided",
  "partially_authorized",
  "refunded",
];
