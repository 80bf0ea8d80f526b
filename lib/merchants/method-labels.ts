import type { MethodType } from "@/lib/store-settings/schema";

export const methodLabels = {
  card: "Cards, Apple Pay, Google Pay",
  link: "Link",
  alipay: "Alipay",
  bancontact: "Bancontact",
  blik: "BLIK",
  eps: "EPS",
  ideal: "iDEAL",
  klarna: "Klarna",
  p24: "Przelewy24",
  pay_by_bank: "Pay by Bank",
  paypal: "PayPal",
  sepa_debit: "SEPA Direct Debit",
  au_becs_debit: "BECS Direct Debit",
  bacs_debit: "Bacs Direct Debit",
  us_bank_account: "ACH Direct Debit",
  boleto: "Boleto",
  konbini: "Konbini",
  oxxo: "OXXO",
} as const satisfies Record<MethodType, string>;
