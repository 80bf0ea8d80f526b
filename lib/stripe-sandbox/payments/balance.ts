import type Stripe from "stripe";
import { newId } from "../ids";
import type { Scope } from "../scope";

/** Stripe's usual price in the United States: 2.9 % and 30 minor units. */
const PERCENT = 0.029;
const FIXED = 30;
const AVAILABLE_AFTER_S = 2 * 86_400;

export function feeFor(amount: number): number {
  return Math.round(amount * PERCENT) + FIXED;
}

type Entry = {
  amount: number;
  currency: string;
  source: string;
  type: Stripe.BalanceTransaction.Type;
  reporting_category: string;
  description: string | null;
  fee?: number;
  feeDetails?: Stripe.BalanceTransaction.FeeDetail[];
  available?: boolean;
};

/** One movement of the account's balance. */
export function bookEntry(scope: Scope, entry: Entry): Stripe.BalanceTransaction {
  const { amount, currency, source, type, reporting_category, description, fee = 0 } = entry;
  const available_on = entry.available === true ? scope.now : scope.now + AVAILABLE_AFTER_S;
  return scope.store.balanceTransactions.save({
    id: newId("txn"),
    object: "balance_transaction",
    amount,
    available_on,
    balance_type: "payments",
    created: scope.now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: entry.feeDetails ?? (fee === 0 ? [] : [stripeFee(fee, currency)]),
    net: amount - fee,
    reporting_category,
    source,
    status: available_on <= scope.now ? "available" : "pending",
    type,
  });
}

export const stripeFee = (
  amount: number,
  currency: string,
): Stripe.BalanceTransaction.FeeDetail => ({
  amount,
  application: null,
  currency,
  description: "Stripe processing fees",
  type: "stripe_fee",
});
