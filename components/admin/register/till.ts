import type { Currency } from "@/lib/money/currency";
import type { TaxRules } from "@/lib/tax/rates";
import { formatMoney, money } from "@/lib/money/money";

/** What a till's pages know about themselves. Plain data from the server. */
export type Till = {
  /** The account's id for programs. */
  id: string;
  name: string;
  currency: Currency;
  readerMode: "browser" | "server";
  /** What is due on what is sold here. */
  tax: TaxRules;
  tips: { enabled: boolean; percents: number[] };
  /** Where Terminal.js is loaded from; null: from Stripe. */
  script: string | null;
  /** Readers and cards are simulated: no real money moves. */
  isSandbox: boolean;
  locationRef: string | null;
  /** Those that the server can ask. */
  readers: { ref: string; label: string; isOnline: boolean; isSimulated: boolean }[];
  readerRef: string | null;
};

export const shown = (minor: number, currency: Currency) => formatMoney(money(minor, currency));
