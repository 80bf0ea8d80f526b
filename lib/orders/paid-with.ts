import type { PaidWith } from "./shopper-queries";

const brands: Readonly<Record<string, string>> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  unionpay: "UnionPay",
  discover: "Discover",
  diners: "Diners Club",
  jcb: "JCB",
};

/** "Visa ending in 4242": enough to find it on a statement, and no more than that. */
export function paidWithText({ kind, brand, last4 }: PaidWith): string {
  const known = brand === null ? undefined : (brands[brand] ?? brand);
  const name = known ?? (kind === "card" ? "Card" : kind.replaceAll("_", " "));
  return last4 === null ? name : `${name} ending in ${last4}`;
}
