import type { Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";

export function moneyJson(amountMinor: number, currency: Currency) {
  return { amount: amountMinor, currency, formatted: formatMoney(money(amountMinor, currency)) };
}

export function priceJson(amountMinor: number, currency: Currency) {
  return { amount: amountMinor, currency, includes_tax: true };
}

export function timestampsJson({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) {
  return { created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}
