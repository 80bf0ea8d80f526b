import type Stripe from "stripe";
import { missingResource } from "../errors";
import { idOf, newId } from "../ids";
import { fingerprintOf } from "../methods/make-card";
import { makeMethod } from "../methods/make-method";
import type { Scope } from "../scope";
import { invalidRequest } from "../errors";

/** Bank accounts from tokens: `ba_…`, kept as payment methods and shown as bank accounts. */
export type BankGiven = {
  account_number: string;
  routing_number?: string | undefined;
  account_holder_name?: string | undefined;
  account_holder_type?: "company" | "individual" | undefined;
  country: string;
  currency?: string | undefined;
};

const fixtures: Record<string, BankGiven> = Object.fromEntries(
  ["btok_us", "btok_us_verified"].map((id) => [
    id,
    {
      account_number: "000123456789",
      routing_number: "110000000",
      account_holder_name: "Jenny Rosen",
      account_holder_type: "individual",
      country: "US",
    },
  ]),
);

/** The account that a token holds. */
export function bankObject(given: BankGiven): Stripe.BankAccount {
  return {
    id: newId("ba"),
    object: "bank_account",
    account_holder_name: given.account_holder_name ?? null,
    account_holder_type: given.account_holder_type ?? null,
    account_type: null,
    bank_name: "STRIPE TEST BANK",
    country: given.country,
    currency: given.currency ?? "usd",
    fingerprint: fingerprintOf(given.account_number),
    last4: given.account_number.slice(-4),
    metadata: {},
    routing_number: given.routing_number ?? null,
    status: "new",
  };
}

export function bankFromToken(scope: Scope, id: string): Stripe.PaymentMethod {
  const fixture = fixtures[id];
  const token = scope.store.tokens.find(id);
  const account = fixture === undefined ? token?.bank_account : bankObject(fixture);
  if (account === undefined) throw missingResource("token", id, "source", 400);
  if (token?.used === true) {
    throw invalidRequest(`You cannot use a Stripe token more than once: ${id}.`, {
      code: "token_already_used",
    });
  }
  if (token !== undefined) scope.store.tokens.save({ ...token, used: true });
  const number = fixture?.account_number ?? scope.store.secrets.find(id)?.number ?? "";
  const { account_holder_name, account_holder_type, routing_number } = account;
  const made = makeMethod(
    scope,
    {
      type: "us_bank_account",
      us_bank_account: {
        account_number: number,
        ...(routing_number === null ? {} : { routing_number }),
        account_holder_type: account_holder_type === "company" ? "company" : "individual",
      },
      billing_details: { name: account_holder_name },
    },
    { rawCards: false },
  );
  scope.store.paymentMethods.remove(made.id);
  scope.store.secrets.save({
    id: account.id,
    number,
    cvc: null,
    verified: id === "btok_us_verified",
  });
  return scope.store.paymentMethods.save({ ...made, id: account.id });
}

export function bankView(scope: Scope, method: Stripe.PaymentMethod): Stripe.BankAccount | null {
  const account = method.us_bank_account;
  if (account === undefined) return null;
  const verified = scope.store.secrets.find(method.id)?.verified === true;
  return {
    id: method.id,
    object: "bank_account",
    account_holder_name: method.billing_details.name,
    account_holder_type: account.account_holder_type,
    account_type: null,
    bank_name: account.bank_name,
    country: "US",
    currency: "usd",
    customer: idOf(method.customer),
    fingerprint: account.fingerprint,
    last4: account.last4 ?? "",
    metadata: method.metadata,
    routing_number: account.routing_number,
    status: verified ? "verified" : "new",
  };
}
