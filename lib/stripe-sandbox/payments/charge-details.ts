import type Stripe from "stripe";
import { randomText } from "../ids";
import type { CardBehaviour } from "../methods/test-cards";

type Facts = {
  method: Stripe.PaymentMethod;
  card: CardBehaviour;
  amount: number;
  currency: string;
  /** Set when the money is only held: until when it can be captured. */
  captureBefore: number | null;
  authenticated: boolean;
  multicapture: boolean;
  incremental: boolean;
};

/** `payment_method_details` of a charge. */
export function chargeDetails(facts: Facts): Stripe.Charge.PaymentMethodDetails {
  const { method } = facts;
  if (method.type === "card" && method.card !== undefined) {
    return { type: "card", card: cardDetails(facts, method.card) };
  }
  if (method.type === "card_present" && method.card_present !== undefined) {
    return { type: "card_present", card_present: presentDetails(facts, method.card_present) };
  }
  return { type: method.type, ...otherDetails(method) };
}

function cardDetails(
  facts: Facts,
  card: Stripe.PaymentMethod.Card,
): Stripe.Charge.PaymentMethodDetails.Card {
  const { brand, country, exp_month, exp_year, fingerprint, funding, last4, wallet } = card;
  const { address } = facts.method.billing_details;
  const { checks } = facts.card;
  const held = facts.captureBefore !== null;
  return {
    amount_authorized: facts.amount,
    authorization_code: "123456",
    brand,
    ...(facts.captureBefore === null ? {} : { capture_before: facts.captureBefore }),
    checks: {
      address_line1_check: checkOf(address?.line1, checks?.line1),
      address_postal_code_check: checkOf(address?.postal_code, checks?.postal),
      cvc_check: card.checks?.cvc_check ?? null,
    },
    country,
    electronic_commerce_indicator: null,
    exp_month,
    exp_year,
    extended_authorization: { status: "disabled" },
    fingerprint,
    funding,
    incremental_authorization: { status: facts.incremental ? "available" : "unavailable" },
    installments: null,
    last4,
    mandate: null,
    multicapture: { status: facts.multicapture && held ? "available" : "unavailable" },
    network: brand,
    network_token: { used: false },
    network_transaction_id: randomText(15).toUpperCase(),
    overcapture: { maximum_amount_capturable: facts.amount, status: "unavailable" },
    regulated_status: "unregulated",
    three_d_secure: facts.authenticated ? challengeResult : null,
    transaction_link_id: null,
    wallet: wallet === null ? null : { type: wallet.type, dynamic_last4: null },
  };
}

const challengeResult: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: "0c1ae9b3-6e0f-4b4c-9a3b-0d5f3c1f2a77",
  version: "2.2.0",
};

const checkOf = (value: string | null | undefined, verdict: string | undefined) =>
  value === null || value === undefined ? null : (verdict ?? "pass");

function presentDetails(
  facts: Facts,
  card: Stripe.PaymentMethod.CardPresent,
): Stripe.Charge.PaymentMethodDetails.CardPresent {
  const { brand, brand_product, cardholder_name, country, exp_month, exp_year } = card;
  const { fingerprint, funding, last4, preferred_locales, read_method } = card;
  return {
    amount_authorized: facts.amount,
    brand,
    brand_product,
    ...(facts.captureBefore === null ? {} : { capture_before: facts.captureBefore }),
    cardholder_name,
    country,
    emv_auth_data: "8A023030",
    exp_month,
    exp_year,
    fingerprint,
    funding,
    generated_card: null,
    incremental_authorization_supported: false,
    last4,
    network: brand,
    network_transaction_id: randomText(15).toUpperCase(),
    offline: null,
    overcapture_supported: false,
    preferred_locales,
    read_method,
    receipt: {
      account_type: "credit",
      application_cryptogram: "DE123ABC456",
      application_preferred_name: "Stripe Credit",
      authorization_code: "123456",
      authorization_response_code: "3030",
      cardholder_verification_method: "approval",
      dedicated_file_name: "A000000003101001",
      terminal_verification_results: "0000000000",
      transaction_status_information: "6800",
    },
    ...(card.wallet === undefined ? {} : { wallet: card.wallet }),
  };
}

type Other = Omit<Partial<Stripe.Charge.PaymentMethodDetails>, "type">;

function otherDetails(method: Stripe.PaymentMethod): Other {
  const name = method.billing_details.name;
  if (method.sepa_debit !== undefined) {
    const { bank_code, branch_code, country, fingerprint, last4 } = method.sepa_debit;
    return { sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: null } };
  }
  if (method.us_bank_account !== undefined) {
    const { account_holder_type, account_type, bank_name } = method.us_bank_account;
    const { fingerprint, last4, routing_number } = method.us_bank_account;
    const known = { account_holder_type, account_type, bank_name, fingerprint, last4 };
    return { us_bank_account: { ...known, payment_reference: null, routing_number } };
  }
  if (method.au_becs_debit !== undefined) return { au_becs_debit: method.au_becs_debit };
  if (method.boleto !== undefined) return { boleto: method.boleto };
  if (method.ideal !== undefined)
    return {
      ideal: {
        ...noBank,
        ...method.ideal,
        iban_last4: "1234",
        verified_name: name,
        transaction_id: null,
      },
    };
  if (method.eps !== undefined) return { eps: { bank: method.eps.bank, verified_name: name } };
  if (method.p24 !== undefined) {
    return { p24: { bank: method.p24.bank, reference: randomText(9), verified_name: name } };
  }
  if (method.blik !== undefined) return { blik: { buyer_id: null } };
  return { [method.type]: {} };
}

const noBank = { generated_sepa_debit: null, generated_sepa_debit_mandate: null };
