import type { MethodData } from "./method-params";
import type { Decline } from "./declines";

/**
 * Test accounts of bank debits: how long they stay in `processing` and how they end. Numbers that are
 * not listed succeed after three minutes.
 */
export type BankCase = {
  number: string;
  failure?: Decline;
  settlesAfterS?: number;
  dispute?: boolean;
};

const failing = (code: string, message: string): Decline => ({ code, message });

const declined = failing(
  "generic_could_not_process",
  "The payment could not be processed by the bank.",
);
const closed = failing("account_closed", "The customer's bank account has been closed.");
const insufficient = failing(
  "insufficient_funds",
  "The customer's account has insufficient funds to cover this payment.",
);
const noAccount = failing("no_account", "The bank account could not be located.");
const unauthorized = failing(
  "debit_not_authorized",
  "The customer has notified their bank that this payment was unauthorized.",
);

/** A bank's answer comes after three minutes, or at once for the accounts that say so. */
const SOON = 1;

export const bankCases: readonly BankCase[] = [
  // SEPA Direct Debit: the same endings exist for each country's IBANs.
  { number: "AT611904300234573201", settlesAfterS: SOON },
  { number: "AT321904300235473204" },
  { number: "AT861904300235473202", failure: declined, settlesAfterS: SOON },
  { number: "AT051904300235473205", failure: declined },
  { number: "AT591904300235473203", dispute: true, settlesAfterS: SOON },
  {
    number: "AT981904300000343434",
    failure: failing(
      "charge_exceeds_source_limit",
      "The payment exceeds the account's weekly limit.",
    ),
  },
  {
    number: "AT601904300000121212",
    failure: failing(
      "charge_exceeds_weekly_limit",
      "The payment exceeds the account's weekly limit.",
    ),
  },
  { number: "AT981904300002222227", failure: insufficient },
  { number: "DE89370400440532013000", settlesAfterS: SOON },
  { number: "DE08370400440532013003" },
  { number: "DE62370400440532013001", failure: declined, settlesAfterS: SOON },
  { number: "DE78370400440532013004", failure: declined },
  { number: "DE35370400440532013002", dispute: true, settlesAfterS: SOON },
  { number: "DE65370400440002222227", failure: insufficient },
  { number: "FR1420041010050500013M02606", settlesAfterS: SOON },
  { number: "FR8420041010050500013M02607", failure: declined, settlesAfterS: SOON },
  { number: "NL39RABO0300065264", settlesAfterS: SOON },
  { number: "NL91ABNA0417164300", failure: declined, settlesAfterS: SOON },
  { number: "IE29AIBK93115212345678", settlesAfterS: SOON },
  { number: "IE02AIBK93115212345679", failure: declined, settlesAfterS: SOON },
  // BECS Direct Debit (BSB 000000).
  { number: "900123456" },
  { number: "111111113", failure: closed },
  { number: "111111116", failure: noAccount },
  {
    number: "222222227",
    failure: failing("refer_to_customer", "The bank asked to refer to the customer."),
  },
  { number: "922222227", failure: insufficient },
  { number: "333333335", failure: unauthorized },
  {
    number: "343434343",
    failure: failing("charge_exceeds_source_limit", "The payment exceeds the account's limit."),
  },
  // ACH Direct Debit (routing 110000000) and Bacs.
  { number: "000123456789", settlesAfterS: SOON },
  { number: "000222222227", failure: insufficient, settlesAfterS: SOON },
  { number: "000111111113", failure: closed, settlesAfterS: SOON },
  { number: "000111111116", failure: noAccount, settlesAfterS: SOON },
  { number: "000333333335", failure: unauthorized, settlesAfterS: SOON },
  {
    number: "000444444440",
    failure: failing("invalid_currency", "The bank account does not take this currency."),
    settlesAfterS: SOON,
  },
  { number: "000888888885", dispute: true, settlesAfterS: SOON },
  { number: "000000000009", settlesAfterS: 14 * 86_400 },
];

const byNumber = new Map(bankCases.map((entry) => [entry.number, entry]));

export function bankCase(number: string | undefined): BankCase | null {
  return byNumber.get((number ?? "").replaceAll(/\s/g, "").toUpperCase()) ?? null;
}

const usAccounts: Record<string, string> = {
  success: "000123456789",
  insufficientFunds: "000222222227",
  accountClosed: "000111111113",
  noAccount: "000111111116",
  debitNotAuthorized: "000333333335",
  invalidCurrency: "000444444440",
  dispute: "000888888885",
  processing: "000000000009",
};

/** `pm_usBankAccount_success` and its kin. */
export function bankFixture(id: string): MethodData | null {
  const name = /^pm_usBankAccount_(\w+)$/.exec(id)?.[1];
  const account_number = name === undefined ? undefined : usAccounts[name];
  if (account_number === undefined) return null;
  return {
    type: "us_bank_account",
    us_bank_account: {
      account_number,
      routing_number: "110000000",
      account_holder_type: "individual",
      account_type: "checking",
    },
    billing_details: { name: "Jenny Rosen", email: "jenny@example.com" },
  };
}
