import type Stripe from "stripe";
import { invalidRequest, missingParam } from "../errors";
import { fingerprintOf } from "./make-card";
import type { MethodData } from "./method-params";

type Details = Partial<Stripe.PaymentMethod>;
type Made = { details: Details; number: string | null };

/** The part of a payment method that its type names, and the secret number behind it, if it has one. */
export function bankDetails(data: MethodData, prefix: string): Made {
  const name = (field: string) => (prefix === "" ? field : `${prefix}[${field}]`);
  const need = <T>(value: T | undefined, field: string): T => {
    if (value === undefined) throw missingParam(name(field));
    return value;
  };
  switch (data.type) {
    case "sepa_debit":
      return sepaDebit(need(data.sepa_debit, "sepa_debit").iban, name("sepa_debit"));
    case "au_becs_debit": {
      const { account_number, bsb_number } = need(data.au_becs_debit, "au_becs_debit");
      const common = accountFacts(account_number);
      return { details: { au_becs_debit: { bsb_number, ...common } }, number: account_number };
    }
    case "bacs_debit": {
      const { account_number, sort_code } = need(data.bacs_debit, "bacs_debit");
      const common = accountFacts(account_number);
      return { details: { bacs_debit: { sort_code, ...common } }, number: account_number };
    }
    case "acss_debit": {
      const given = need(data.acss_debit, "acss_debit");
      const { account_number, institution_number, transit_number } = given;
      const facts = { bank_name: "STRIPE TEST BANK", ...accountFacts(account_number) };
      const acss_debit = { ...facts, institution_number, transit_number };
      return { details: { acss_debit }, number: account_number };
    }
    case "us_bank_account":
      return usBankAccount(need(data.us_bank_account, "us_bank_account"));
    case "boleto":
      return { details: { boleto: need(data.boleto, "boleto") }, number: null };
    case "ideal":
      return { details: { ideal: { bank: data.ideal?.bank ?? null, bic: null } }, number: null };
    case "eps":
      return { details: { eps: { bank: data.eps?.bank ?? null } }, number: null };
    case "p24":
      return { details: { p24: { bank: data.p24?.bank ?? null } }, number: null };
    default:
      return { details: { [data.type]: {} }, number: null };
  }
}

const accountFacts = (number: string) => ({
  fingerprint: fingerprintOf(number),
  last4: number.slice(-4),
});

function sepaDebit(given: string, param: string): Made {
  const iban = given.replaceAll(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) {
    throw invalidRequest("The IBAN you provided is invalid.", {
      code: "invalid_bank_account_iban",
      param: `${param}[iban]`,
    });
  }
  const sepa_debit: Stripe.PaymentMethod.SepaDebit = {
    bank_code: iban.slice(4, 9),
    branch_code: "",
    country: iban.slice(0, 2),
    generated_from: null,
    ...accountFacts(iban),
  };
  return { details: { sepa_debit }, number: iban };
}

function usBankAccount(given: NonNullable<MethodData["us_bank_account"]>): Made {
  const number = given.account_number ?? "000123456789";
  const routing = given.routing_number ?? "110000000";
  if (!/^\d{9}$/.test(routing)) {
    throw invalidRequest("Routing number must have 9 digits", {
      code: "routing_number_invalid",
      param: "us_bank_account[routing_number]",
    });
  }
  const us_bank_account: Stripe.PaymentMethod.UsBankAccount = {
    account_holder_type: given.account_holder_type ?? null,
    account_type: given.account_type ?? "checking",
    bank_name: "STRIPE TEST BANK",
    financial_connections_account: given.financial_connections_account ?? null,
    networks: { preferred: "ach", supported: ["ach"] },
    routing_number: routing,
    status_details: null,
    ...accountFacts(number),
  };
  return { details: { us_bank_account }, number };
}
