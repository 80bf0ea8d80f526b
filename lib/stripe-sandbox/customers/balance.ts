import type Stripe from "stripe";
import { differences } from "../differences";
import { invalidRequest } from "../errors";
import { newId } from "../ids";
import { mergeMetadata } from "../metadata";
import { checkCurrency } from "../money";
import type { Scope } from "../scope";

type Movement = {
  /** Negative: credit, which lowers what the customer owes. */
  amount: number;
  currency: string;
  description?: string | undefined;
  metadata?: Record<string, string> | null | undefined;
};

/** Adds an entry to a customer's balance, in the one currency that the customer then has. */
export function changeBalance(
  scope: Scope,
  customer: Stripe.Customer,
  { amount, currency, description, metadata }: Movement,
): Stripe.CustomerBalanceTransaction {
  checkCurrency(currency);
  const used = customer.currency ?? currency;
  if (used !== currency) {
    throw invalidRequest(
      `You cannot combine currencies on a single customer. This customer has had a transaction in ${used}.`,
      { param: "currency" },
    );
  }
  const balance = customer.balance + amount;
  const after = scope.store.customers.save({ ...customer, balance, currency });
  scope.emit("customer.updated", after, differences(customer, after));
  return saveEntry(scope, after, {
    amount,
    description: description ?? null,
    metadata: mergeMetadata({}, metadata),
  });
}

/** Keeps what a customer's balance was set to as the entry that Stripe makes of it. */
export function recordBalance(scope: Scope, before: number, customer: Stripe.Customer): void {
  const amount = customer.balance - before;
  if (amount !== 0) saveEntry(scope, customer, { amount, description: null, metadata: {} });
}

function saveEntry(
  scope: Scope,
  customer: Stripe.Customer,
  entry: Pick<Stripe.CustomerBalanceTransaction, "amount" | "description" | "metadata">,
): Stripe.CustomerBalanceTransaction {
  return scope.store.customerBalanceTransactions.save({
    id: newId("cbtxn"),
    object: "customer_balance_transaction",
    ...entry,
    checkout_session: null,
    created: scope.now,
    credit_note: null,
    currency: customer.currency ?? "usd",
    customer: customer.id,
    customer_account: null,
    ending_balance: customer.balance,
    invoice: null,
    livemode: false,
    type: "adjustment",
  });
}
