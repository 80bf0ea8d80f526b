import type { Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";

/** A discount of nothing is 0 and not −0, which would be written "-$0.00". */
const unsigned = (minor: number) => (minor === 0 ? 0 : minor);

export function moneyJson(amountMinor: number, currency: Currency) {
  const amount = unsigned(amountMinor);
  return { amount, currency, formatted: formatMoney(money(amount, currency)) };
}

export function priceJson(amountMinor: number, currency: Currency) {
  return { amount: unsigned(amountMinor), currency, includes_tax: true };
}

export function timestampsJson({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) {
  return { created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}
