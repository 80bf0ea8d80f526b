import type { TaxLine } from "@/lib/tax/tax";

/** What tax is asked about. Minor units; what lines cost is after everything that is taken off. */
export type TaxQuestion = {
  currency: string;
  address: { line1: string; city: string; region: string; postalCode: string; country: string };
  lines: number[];
  shippingMinor: number;
  /** True: the amounts have the tax in them. */
  included: boolean;
};

export type TaxAnswer = {
  /** In the order of the lines. */
  lineTaxes: number[];
  shippingTaxMinor: number;
  /** What each tax comes to, goods and shipping together. */
  taxLines: TaxLine[];
};
