import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { flag, metadata, pageParams, range, text } from "../params";
import { decideDispute } from "../payments/disputes";
import { differences } from "../differences";

const evidenceNames = [
  "access_activity_log",
  "billing_address",
  "cancellation_policy",
  "cancellation_policy_disclosure",
  "cancellation_rebuttal",
  "customer_communication",
  "customer_email_address",
  "customer_name",
  "customer_purchase_ip",
  "customer_signature",
  "duplicate_charge_documentation",
  "duplicate_charge_explanation",
  "duplicate_charge_id",
  "product_description",
  "receipt",
  "refund_policy",
  "refund_policy_disclosure",
  "refund_refusal_explanation",
  "service_date",
  "service_documentation",
  "shipping_address",
  "shipping_carrier",
  "shipping_date",
  "shipping_documentation",
  "shipping_tracking_number",
  "uncategorized_file",
  "uncategorized_text",
] as const;

const evidenceParams = z.partialRecord(z.enum(evidenceNames), z.string().max(150_000));

const find = (call: Call<unknown>) => findOr(call.store.disputes, "dispute", call.id, "dispute");

const retrieve = endpoint("GET /v1/disputes/:id", noParams, (call) => find(call));

const open = ["needs_response", "warning_needs_response"];

const update = endpoint(
  "POST /v1/disputes/:id",
  z.strictObject({
    evidence: evidenceParams.optional(),
    intended_submission_method: text().optional(),
    metadata: metadata().optional(),
    submit: flag().optional(),
  }),
  (call) => {
    const before = find(call);
    const { evidence, submit = true } = call.body;
    if (evidence !== undefined && !open.includes(before.status)) {
      throw invalidRequest(
        "This dispute is already closed, or its evidence was already submitted.",
      );
    }
    const given = evidence ?? {};
    const submits = evidence !== undefined && submit;
    const saved = call.store.disputes.save({
      ...before,
      evidence: { ...before.evidence, ...given },
      evidence_details: {
        ...before.evidence_details,
        has_evidence: before.evidence_details.has_evidence || evidence !== undefined,
        submission_count: before.evidence_details.submission_count + (submits ? 1 : 0),
      },
      metadata: mergeMetadata(before.metadata, call.body.metadata),
      status: submits ? underReview(before) : before.status,
    });
    call.emit("charge.dispute.updated", saved, differences(before, saved));
    return submits ? decided(call, saved) : saved;
  },
);

const underReview = (dispute: Stripe.Dispute) =>
  dispute.status === "warning_needs_response" ? "warning_under_review" : "under_review";

/** In test mode the text of the evidence decides, at once. */
function decided(call: Call<unknown>, dispute: Stripe.Dispute): Stripe.Dispute {
  const said = dispute.evidence.uncategorized_text ?? "";
  if (said.startsWith("winning_evidence")) {
    const isWarning = dispute.status === "warning_under_review";
    return decideDispute(call, dispute, isWarning ? "warning_closed" : "won");
  }
  return said.startsWith("losing_evidence") ? decideDispute(call, dispute, "lost") : dispute;
}

const close = endpoint("POST /v1/disputes/:id/close", noParams, (call) => {
  const dispute = find(call);
  if (!open.includes(dispute.status)) {
    throw invalidRequest("This dispute is already closed.");
  }
  return decideDispute(call, dispute, "lost");
});

const listAll = endpoint(
  "GET /v1/disputes",
  z.strictObject({
    ...pageParams,
    charge: text().optional(),
    created: range().optional(),
    payment_intent: text().optional(),
  }),
  ({ body, store }) =>
    listPage(store.disputes, {
      url: "/v1/disputes",
      noun: "dispute",
      cursor: body,
      source:
        body.charge !== undefined
          ? store.disputes.rowsBy("charge", body.charge)
          : body.payment_intent !== undefined
            ? store.disputes.rowsBy("payment_intent", body.payment_intent)
            : undefined,
      where: (dispute) => inRange(dispute.created, body.created),
    }),
);

export const disputeEndpoints = [retrieve, update, close, listAll];
