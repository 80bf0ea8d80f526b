import type Stripe from "stripe";
import { idOf, newId } from "../ids";
import { wholeList } from "../lists";
import type { Scope } from "../scope";
import { bookEntry } from "./balance";

/**
 * Destination charges: the charge is the platform's, and all of it is transferred to the connected
 * account, which gives the fee back. Direct charges belong to the connected account, and the fee goes to
 * the platform.
 */
export function collectConnectShares(
  scope: Scope,
  charge: Stripe.Charge,
  intent: Stripe.PaymentIntent,
): Stripe.Charge {
  const fee = intent.application_fee_amount ?? 0;
  const destination = idOf(intent.transfer_data?.destination);
  if (destination !== null) {
    const amount = intent.transfer_data?.amount ?? charge.amount_captured;
    return transferShare(scope, charge, { destination, amount, fee });
  }
  if (fee > 0 && scope.account !== scope.world.platformAccount) {
    return { ...charge, application_fee: applicationFee(scope, charge, scope.account, fee) };
  }
  return charge;
}

/** What a connected account gives to the platform of its own charge; nothing of the platform's. */
export function feeOfDirectCharge(scope: Scope, intent: Stripe.PaymentIntent): number {
  const isDirect = scope.account !== scope.world.platformAccount;
  return isDirect ? (intent.application_fee_amount ?? 0) : 0;
}

export const applicationFeeDetail = (
  amount: number,
  currency: string,
): Stripe.BalanceTransaction.FeeDetail => ({
  amount,
  application: "ca_sandbox",
  currency,
  description: "Application fee",
  type: "application_fee",
});

type Share = { destination: string; amount: number; fee: number };

function transferShare(
  scope: Scope,
  charge: Stripe.Charge,
  { destination, amount, fee }: Share,
): Stripe.Charge {
  const { currency, transfer_group } = charge;
  const terms = { amount, currency, destination, transfer_group, source_transaction: charge.id };
  const transfer = saveTransfer(scope, terms);
  bookEntry(scope.in(destination), {
    amount,
    currency,
    source: charge.id,
    type: "payment",
    reporting_category: "charge",
    description: charge.description,
    fee,
    feeDetails: fee === 0 ? [] : [applicationFeeDetail(fee, currency)],
  });
  const shared = { ...charge, transfer: transfer.id };
  if (fee === 0) return shared;
  const application_fee = applicationFee(scope, charge, destination, fee);
  return { ...shared, application_fee, application_fee_amount: fee };
}

type TransferTerms = Pick<
  Stripe.Transfer,
  "amount" | "currency" | "destination" | "source_transaction" | "transfer_group"
> &
  Partial<Pick<Stripe.Transfer, "description" | "metadata">>;

/** Moves money from the platform's balance; the connected account's side is booked by the caller. */
export function saveTransfer(scope: Scope, terms: TransferTerms): Stripe.Transfer {
  const id = newId("tr");
  const entry = bookEntry(scope, {
    amount: -terms.amount,
    currency: terms.currency,
    source: id,
    type: "transfer",
    reporting_category: "transfer",
    description: terms.description ?? null,
  });
  const transfer = scope.store.transfers.save({
    id,
    object: "transfer",
    amount_reversed: 0,
    balance_transaction: entry.id,
    created: scope.now,
    description: null,
    livemode: false,
    metadata: {},
    reversals: wholeList<Stripe.TransferReversal>([], `/v1/transfers/${id}/reversals`),
    reversed: false,
    source_type: "card",
    ...terms,
  });
  scope.emit("transfer.created", transfer);
  return transfer;
}

/** The platform's part of what a connected account took. */
function applicationFee(
  scope: Scope,
  charge: Stripe.Charge,
  account: string,
  amount: number,
): string {
  const platform = scope.in(scope.world.platformAccount);
  const id = newId("fee");
  const entry = bookEntry(platform, {
    amount,
    currency: charge.currency,
    source: id,
    type: "application_fee",
    reporting_category: "platform_earning",
    description: null,
  });
  const fee: Stripe.ApplicationFee = {
    id,
    object: "application_fee",
    account,
    amount,
    amount_refunded: 0,
    application: "ca_sandbox",
    balance_transaction: entry.id,
    charge: charge.id,
    created: scope.now,
    currency: charge.currency,
    fee_source: { type: "charge", charge: charge.id },
    livemode: false,
    originating_transaction: null,
    refunded: false,
    refunds: wholeList<Stripe.FeeRefund>([], `/v1/application_fees/${id}/refunds`),
  };
  platform.store.applicationFees.save(fee);
  platform.emit("application_fee.created", fee);
  return id;
}
