import type Stripe from "stripe";
import { idOf, newId } from "../ids";
import type { Scope } from "../scope";
import { bookEntry } from "./balance";

/**
 * Destination charges: the charge is the platform's, and what is left after the platform's fee is
 * transferred to the connected account. Direct charges with a fee belong to the connected account, and
 * the fee goes to the platform.
 */
export function collectConnectShares(
  scope: Scope,
  charge: Stripe.Charge,
  intent: Stripe.PaymentIntent,
): Stripe.Charge {
  const fee = intent.application_fee_amount ?? 0;
  const destination = idOf(intent.transfer_data?.destination);
  if (destination !== null) return transferShare(scope, charge, intent, destination, fee);
  if (fee > 0 && scope.account !== scope.world.platformAccount) {
    return { ...charge, application_fee: applicationFee(scope, charge, fee) };
  }
  return charge;
}

function transferShare(
  scope: Scope,
  charge: Stripe.Charge,
  intent: Stripe.PaymentIntent,
  destination: string,
  fee: number,
): Stripe.Charge {
  const amount = intent.transfer_data?.amount ?? charge.amount_captured - fee;
  const id = newId("tr");
  const entry = bookEntry(scope, {
    amount: -amount,
    currency: charge.currency,
    source: id,
    type: "transfer",
    reporting_category: "transfer",
    description: null,
  });
  const transfer: Stripe.Transfer = {
    id,
    object: "transfer",
    amount,
    amount_reversed: 0,
    balance_transaction: entry.id,
    created: scope.now,
    currency: charge.currency,
    description: null,
    destination,
    livemode: false,
    metadata: {},
    reversals: { object: "list", data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: charge.id,
    source_type: "card",
    transfer_group: charge.transfer_group,
  };
  bookEntry(scope.in(destination), {
    amount,
    currency: charge.currency,
    source: charge.id,
    type: "payment",
    reporting_category: "charge",
    description: charge.description,
  });
  scope.store.transfers.save(transfer);
  scope.emit("transfer.created", transfer);
  const shared = { ...charge, transfer: id };
  return fee > 0 ? { ...shared, application_fee_amount: fee } : shared;
}

/** The platform's part of a connected account's own charge. */
function applicationFee(scope: Scope, charge: Stripe.Charge, amount: number): string {
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
    account: scope.account,
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
    refunds: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/application_fees/${id}/refunds`,
    },
  };
  platform.store.applicationFees.save(fee);
  platform.emit("application_fee.created", fee);
  return id;
}
