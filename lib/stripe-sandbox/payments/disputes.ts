import type Stripe from "stripe";
import { idOf, newId } from "../ids";
import type { Scope } from "../scope";
import { bookEntry, stripeFee } from "./balance";

const FEE = 1500;
const DAYS_TO_ANSWER = 9;

/** The shopper's bank takes the money back; the merchant may answer with evidence. */
export function openDispute(
  scope: Scope,
  charge: Stripe.Charge,
  kind: "fraudulent" | "product_not_received" | "inquiry",
): Stripe.Dispute {
  const isInquiry = kind === "inquiry";
  const id = newId(charge.id.startsWith("py_") ? "du" : "dp");
  const withdrawn = isInquiry ? [] : [withdraw(scope, charge, id)];
  const dispute: Stripe.Dispute = {
    id,
    object: "dispute",
    amount: charge.amount,
    balance_transactions: withdrawn,
    charge: charge.id,
    created: scope.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: emptyEvidence(charge),
    evidence_details: {
      due_by: scope.now + DAYS_TO_ANSWER * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "manual",
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      type: "card",
      card: {
        brand: charge.payment_method_details?.card?.brand ?? "visa",
        network: charge.payment_method_details?.card?.network ?? "visa",
        case_type: isInquiry ? "inquiry" : "chargeback",
        network_reason_code: kind === "product_not_received" ? "13.1" : "10.4",
      },
    },
    reason: isInquiry ? "general" : kind,
    status: isInquiry ? "warning_needs_response" : "needs_response",
  };
  scope.store.disputes.save(dispute);
  const disputed = scope.store.charges.save({ ...charge, disputed: true });
  scope.emit("charge.dispute.created", dispute);
  if (!isInquiry) scope.emit("charge.dispute.funds_withdrawn", dispute);
  scope.emit("charge.updated", disputed, { disputed: false });
  return dispute;
}

function withdraw(scope: Scope, charge: Stripe.Charge, id: string): Stripe.BalanceTransaction {
  return bookEntry(scope, {
    amount: -charge.amount,
    currency: charge.currency,
    source: id,
    type: "adjustment",
    reporting_category: "dispute",
    description: `Chargeback withdrawal for ${charge.id}`,
    fee: FEE,
    feeDetails: [{ ...stripeFee(FEE, charge.currency), description: "Dispute fee" }],
  });
}

/** How the bank decides: evidence that says so wins in test mode, everything else loses. */
export function decideDispute(
  scope: Scope,
  dispute: Stripe.Dispute,
  status: "won" | "lost" | "warning_closed",
): Stripe.Dispute {
  const charge = scope.store.charges.find(idOf(dispute.charge) ?? "");
  const returned = status === "won" && charge !== undefined ? [giveBack(scope, dispute)] : [];
  const decided = scope.store.disputes.save({
    ...dispute,
    status,
    balance_transactions: [...dispute.balance_transactions, ...returned],
  });
  scope.emit("charge.dispute.closed", decided);
  if (returned.length > 0) scope.emit("charge.dispute.funds_reinstated", decided);
  return decided;
}

function giveBack(scope: Scope, dispute: Stripe.Dispute): Stripe.BalanceTransaction {
  return bookEntry(scope, {
    amount: dispute.amount,
    currency: dispute.currency,
    source: dispute.id,
    type: "adjustment",
    reporting_category: "dispute_reversal",
    description: `Chargeback reversal for ${dispute.id}`,
    fee: -FEE,
    feeDetails: [{ ...stripeFee(-FEE, dispute.currency), description: "Dispute fee refund" }],
  });
}

/** An early warning of the card's bank, before a dispute may come. */
export function warnOfFraud(scope: Scope, charge: Stripe.Charge): void {
  const warning: Stripe.Radar.EarlyFraudWarning = {
    id: newId("issfr"),
    object: "radar.early_fraud_warning",
    actionable: true,
    charge: charge.id,
    created: scope.now,
    fraud_type: "made_with_lost_card",
    livemode: false,
    payment_intent: idOf(charge.payment_intent) ?? undefined,
  };
  scope.emit("radar.early_fraud_warning.created", warning);
}

function emptyEvidence(charge: Stripe.Charge): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: charge.billing_details.email,
    customer_name: charge.billing_details.name,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
