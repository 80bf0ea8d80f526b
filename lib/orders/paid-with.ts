import type { Translator } from "@/lib/i18n/translator";
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

export const brandName = (brand: string): string => brands[brand] ?? brand;

/** "Visa ending in 4242": enough to find it on a statement, and no more than that. */
export function paidWithText({ kind, brand, last4 }: PaidWith, t: Translator<"order">): string {
  const known = brand === null ? undefined : brandName(brand);
  const name = known ?? (kind === "card" ? t("card") : kind.replaceAll("_", " "));
  return last4 === null ? name : t("endingIn", { name, last4 });
}
