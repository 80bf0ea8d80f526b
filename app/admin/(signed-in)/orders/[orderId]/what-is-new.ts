import type { Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import type { PaymentState } from "@/lib/payments/core/types";

type Sums = Pick<
  PaymentState,
  "authorizedMinor" | "capturedMinor" | "refundedMinor" | "voidedMinor"
>;
type Looked = Sums & {
  transactions: readonly Pick<PaymentState["transactions"][number], "id" | "status">[];
};

const words: readonly [keyof Sums, string][] = [
  ["authorizedMinor", "authorized"],
  ["capturedMinor", "captured"],
  ["refundedMinor", "refunded"],
  ["voidedMinor", "released"],
];

/** What a look at the gateway has brought, in one sentence. */
export function whatIsNew(
  before: readonly Looked[],
  after: readonly Looked[],
  currency: Currency,
): string {
  const total = (payments: readonly Looked[], sum: keyof Sums) =>
    payments.reduce((all, payment) => all + payment[sum], 0);
  const moved = words.flatMap(([sum, done]) => {
    const minor = total(after, sum) - total(before, sum);
    if (minor === 0) return [];
    const amount = formatMoney(money(Math.abs(minor), currency), "en-US");
    return minor > 0 ? `${amount} ${done}` : `${amount} not ${done} after all`;
  });
  if (moved.length > 0) return `New from the gateway: ${moved.join(", ")}.`;
  if (failed(after) > failed(before)) return "New from the gateway: it did not go through.";
  const isOpen = after.some(({ transactions }) =>
    transactions.some(({ status }) => status === "pending" || status === "unknown"),
  );
  if (isOpen) return "The gateway answered, and it is still not decided. The store keeps asking.";
  return "The gateway answered: it knows the same as this page, so nothing has changed.";
}

const failed = (payments: readonly Looked[]) =>
  payments.flatMap(({ transactions }) => transactions).filter(({ status }) => status === "failed")
    .length;
