import { currencySchema } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { percentage } from "@/lib/tax/tax";

type Takes = {
  kind: "percent" | "amount" | "free_shipping";
  basisPoints: number | null;
  amountMinor: number | null;
  currency: string | null;
};

/** "10% off", "$5.00 off", "free shipping". */
export function takesWords({ kind, basisPoints, amountMinor, currency }: Takes): string {
  if (kind === "free_shipping") return "free shipping";
  if (kind === "percent") return `${percentage(basisPoints ?? 0, "en-US")} off`;
  return `${formatMoney(money(amountMinor ?? 0, currencySchema.parse(currency ?? "USD")))} off`;
}
