import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { idOf, newId } from "../ids";
import { wholeList } from "../lists";
import { formatAmount } from "../money";
import type { Scope } from "../scope";
import { bookEntry } from "./balance";

/** What goes back beside the shopper's money: a connected account's share, the platform's fee. */
export type Returns = { reverseTransfer: boolean; refundFee: boolean };

/**
 * The same part of the share and of the fee as of the charge: half of a charge refunded is half of its
 * transfer reversed. Answers the id of the reversal, if there is one.
 */
export function returnShares(
  scope: Scope,
  charge: Stripe.Charge,
  refund: { id: string; amount: number },
  { reverseTransfer, refundFee }: Returns,
): string | null {
  const part = refund.amount / charge.amount_captured;
  const share = (amount: number, returned: number) =>
    Math.min(Math.round(amount * part), amount - returned);
  if (refundFee) {
    const fee = feeOf(scope, charge);
    giveFeeBack(scope, fee, share(fee.amount, fee.amount_refunded), {});
  }
  if (!reverseTransfer) return null;
  const transfer = scope.store.transfers.find(idOf(charge.transfer) ?? "");
  if (transfer === undefined) {
    throw invalidRequest(
      `You cannot reverse the transfer of ${charge.id}: it has no associated transfer.`,
      { param: "reverse_transfer" },
    );
  }
  const amount = share(transfer.amount, transfer.amount_reversed);
  return reverse(scope, transfer, amount, { source_refund: refund.id }).id;
}

function feeOf(scope: Scope, charge: Stripe.Charge): Stripe.ApplicationFee {
  const { applicationFees } = scope.in(scope.world.platformAccount).store;
  const fee = applicationFees.find(idOf(charge.application_fee) ?? "");
  if (fee !== undefined) return fee;
  throw invalidRequest(
    `You cannot refund the application fee of ${charge.id}: it has no application fee.`,
    { param: "refund_application_fee" },
  );
}

/** Takes a transfer, or a part of it, back from the connected account. */
export function reverse(
  scope: Scope,
  transfer: Stripe.Transfer,
  amount: number,
  more: Partial<Pick<Stripe.TransferReversal, "metadata" | "source_refund">>,
): Stripe.TransferReversal {
  const { currency } = transfer;
  refuseTooMuch("transfer", amount, transfer.amount - transfer.amount_reversed, currency);
  const id = newId("trr");
  const booked = { currency, source: id, reporting_category: "transfer_reversal" } as const;
  const description = `REVERSAL OF ${transfer.id}`;
  const entry = bookEntry(scope, { ...booked, amount, type: "transfer_refund", description });
  const destination = scope.in(idOf(transfer.destination) ?? scope.account);
  bookEntry(destination, { ...booked, amount: -amount, type: "payment_refund", description });
  const reversal = scope.store.transferReversals.save({
    id,
    object: "transfer_reversal",
    amount,
    balance_transaction: entry.id,
    created: scope.now,
    currency,
    destination_payment_refund: null,
    metadata: {},
    source_refund: null,
    transfer: transfer.id,
    ...more,
  });
  const amount_reversed = transfer.amount_reversed + amount;
  const all = scope.store.transferReversals.by("transfer", transfer.id).toReversed();
  const after = scope.store.transfers.save({
    ...transfer,
    amount_reversed,
    reversed: amount_reversed === transfer.amount,
    reversals: wholeList(all, `/v1/transfers/${transfer.id}/reversals`),
  });
  scope.emit("transfer.reversed", after);
  return reversal;
}

/** The platform gives its fee, or a part of it, back to the connected account. */
export function giveFeeBack(
  caller: Scope,
  fee: Stripe.ApplicationFee,
  amount: number,
  more: Partial<Pick<Stripe.FeeRefund, "metadata">>,
): Stripe.FeeRefund {
  const platform = caller.in(caller.world.platformAccount);
  const { currency } = fee;
  refuseTooMuch("fee", amount, fee.amount - fee.amount_refunded, currency);
  const id = newId("fr");
  const booked = { currency, source: id, reporting_category: "platform_earning_refund" } as const;
  const type = "application_fee_refund";
  const description = `REFUND OF ${fee.id}`;
  const entry = bookEntry(platform, { ...booked, amount: -amount, type, description });
  const account = platform.in(idOf(fee.account) ?? platform.account);
  bookEntry(account, { ...booked, amount, type, description });
  const refund = platform.store.feeRefunds.save({
    id,
    object: "fee_refund",
    amount,
    balance_transaction: entry.id,
    created: platform.now,
    currency,
    fee: fee.id,
    metadata: {},
    ...more,
  });
  const amount_refunded = fee.amount_refunded + amount;
  const all = platform.store.feeRefunds.by("fee", fee.id).toReversed();
  const after = platform.store.applicationFees.save({
    ...fee,
    amount_refunded,
    refunded: amount_refunded === fee.amount,
    refunds: wholeList(all, `/v1/application_fees/${fee.id}/refunds`),
  });
  platform.emit("application_fee.refunded", after);
  return refund;
}

function refuseTooMuch(what: string, amount: number, left: number, currency: string): void {
  if (amount <= left) return;
  throw invalidRequest(
    `The amount (${formatAmount(amount, currency)}) is greater than what is left of the ${what} (${formatAmount(left, currency)}).`,
    { param: "amount" },
  );
}
