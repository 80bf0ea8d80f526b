import { sum } from "@/lib/money/divide";
import { type Currency } from "@/lib/money/currency";
import { formatMoney, money } from "@/lib/money/money";
import { localeOfTag } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { TaxLine } from "@/lib/tax/tax";
import { percentage } from "@/lib/tax/tax";

/** What a total is made of, wherever it is shown: bag, checkout, order page, receipt, mail. Minor units. */
export type TotalFacts = {
  currency: Currency;
  subtotalMinor: number;
  discountMinor: number;
  /** What each code took off; what no code explains is called a discount. */
  codes: readonly { code: string; discountMinor: number; freeShipping: boolean }[];
  /** Null: it depends on what the shopper has still to say. */
  shippingMinor: number | null;
  shippingName: string | null;
  taxIncluded: boolean;
  taxLines: readonly TaxLine[];
  /** A tax that nobody can name: orders of programs and of older days. */
  taxMinor: number;
  totalMinor: number;
  giftCards: readonly { last4: string; amountMinor: number }[];
  /** What came in other ways while the rest is still to pay. */
  paidMinor?: number;
  /** Set once the order is placed: then nothing is left to pay. */
  placedAt?: Date | null;
};

export type TotalRow = {
  label: string;
  note?: string;
  value: string;
  tone?: "good" | "muted";
  is?: "shipping";
};

export type TotalsView = {
  rows: TotalRow[];
  total: { label: string; note?: string; value: string };
  /** Gift cards and parts that are paid, and what is left: below the total, because they are no part of it. */
  tender: TotalRow[];
};

/** Finished rows in the language and the form of `tag`; what is zero and says nothing is left out. */
export function totalsView(facts: TotalFacts, tag: string): TotalsView {
  const t = translator(localeOfTag(tag), "totals");
  const show = (minor: number) => formatMoney(money(minor, facts.currency), tag);
  const isKnown = facts.shippingMinor !== null;
  return {
    rows: [
      { label: t("goods"), value: show(facts.subtotalMinor) },
      ...discountRows(facts, t, show),
      ...shippingRows(facts, t, show),
      ...taxRows(facts, t, show, tag),
    ],
    total: {
      label: t(isKnown ? "total" : "totalSoFar"),
      note: facts.currency,
      value: show(facts.totalMinor),
    },
    tender: tenderRows(facts, t, show),
  };
}

type Words = ReturnType<typeof translator<"totals">>;
type Show = (minor: number) => string;

function discountRows({ codes, discountMinor }: TotalFacts, t: Words, show: Show): TotalRow[] {
  const named = codes.filter((code) => code.discountMinor > 0);
  const rest = discountMinor - sum(named.map((code) => code.discountMinor));
  const row = (label: string, minor: number): TotalRow => {
    return { label, value: `−${show(minor)}`, tone: "good" };
  };
  return [
    ...named.map(({ code, discountMinor: minor }) => row(t("discountCode", { code }), minor)),
    ...(rest > 0 ? [row(t("discount"), rest)] : []),
  ];
}

function shippingRows(facts: TotalFacts, t: Words, show: Show): TotalRow[] {
  const { shippingMinor, shippingName, codes } = facts;
  if (shippingMinor === null) {
    const row = { label: t("shipping"), note: t("shippingLater"), value: "—" };
    return [{ ...row, tone: "muted", is: "shipping" }];
  }
  const free = codes.find(({ freeShipping }) => freeShipping);
  // Nothing is sent: a sale at the till, or an amount that a merchant asked for.
  if (shippingMinor === 0 && shippingName === null && free === undefined) return [];
  const freely = free === undefined ? t("free") : t("freeBy", { code: free.code });
  const value = shippingMinor === 0 ? freely : show(shippingMinor);
  const note = shippingName && { note: shippingName };
  return [{ label: t("shipping"), ...note, value, is: "shipping" }];
}

function taxRows(facts: TotalFacts, t: Words, show: Show, tag: string): TotalRow[] {
  const { taxLines, taxIncluded, taxMinor } = facts;
  const rows = taxLines.map(({ name, basisPoints, amountMinor }): TotalRow => {
    const named = { name, rate: percentage(basisPoints, tag) };
    return taxIncluded
      ? { label: t("taxIncluded", named), value: show(amountMinor), tone: "muted" }
      : { label: t("taxOnTop", named), value: show(amountMinor) };
  });
  const rest = taxMinor - sum(taxLines.map(({ amountMinor }) => amountMinor));
  return rest > 0 ? [...rows, { label: t("tax"), value: show(rest) }] : rows;
}

function tenderRows(
  { giftCards, paidMinor = 0, totalMinor, placedAt }: TotalFacts,
  t: Words,
  show: Show,
): TotalRow[] {
  const used = giftCards.filter(({ amountMinor }) => amountMinor > 0);
  if (used.length === 0 && paidMinor === 0) return [];
  const left = totalMinor - sum(used.map(({ amountMinor }) => amountMinor)) - paidMinor;
  return [
    ...used.map(({ last4, amountMinor }): TotalRow => {
      return { label: t("giftCard", { last4 }), value: `−${show(amountMinor)}`, tone: "good" };
    }),
    ...(paidMinor > 0
      ? [{ label: t("paidOtherwise"), value: `−${show(paidMinor)}`, tone: "good" as const }]
      : []),
    ...(placedAt && left === 0
      ? []
      : [{ label: t(placedAt ? "paidRest" : "toPay"), value: show(left) }]),
  ];
}
