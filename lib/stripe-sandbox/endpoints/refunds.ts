import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { flag, integer, metadata, oneOf, pageParams, range, text } from "../params";
import { createRefund } from "../payments/refunds";
import { reverseRefund } from "../payments/settle-refund";
import { differences } from "../differences";

const createParams = z.strictObject({
  amount: integer(1).optional(),
  charge: text().optional(),
  currency: text(3).optional(),
  customer: text().optional(),
  instructions_email: text().optional(),
  metadata: metadata().optional(),
  payment_intent: text().optional(),
  reason: oneOf("duplicate", "fraudulent", "requested_by_customer").optional(),
  refund_application_fee: flag().optional(),
  reverse_transfer: flag().optional(),
});

type CreateRefund = z.output<typeof createParams>;

const create = endpoint("POST /v1/refunds", createParams, (call) =>
  refund(call, chargeToRefund(call, call.body)),
);

function refund(call: Call<CreateRefund>, charge: Stripe.Charge): Stripe.Refund {
  const { amount, reason = null, instructions_email: email } = call.body;
  return createRefund(call, {
    charge,
    amount,
    reason,
    email,
    metadata: mergeMetadata({}, call.body.metadata),
    returns: {
      reverseTransfer: call.body.reverse_transfer === true,
      refundFee: call.body.refund_application_fee === true,
    },
  });
}

/** The older addresses of the same; the first of them answers the charge. */
const ownCharge = (call: Call<unknown>) => findOr(call.store.charges, "charge", call.id, "charge");

const refundCharge = endpoint("POST /v1/charges/:id/refund", createParams, (call) => {
  refund(call, ownCharge(call));
  return ownCharge(call);
});

const createOfCharge = endpoint("POST /v1/charges/:id/refunds", createParams, (call) =>
  refund(call, ownCharge(call)),
);

function chargeToRefund(
  call: Call<unknown>,
  given: { charge?: string | undefined; payment_intent?: string | undefined },
): Stripe.Charge {
  if (given.charge !== undefined) {
    return findOr(call.store.charges, "charge", given.charge, "charge", 404);
  }
  if (given.payment_intent === undefined) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const intents = call.store.paymentIntents;
  const intent = findOr(intents, "payment_intent", given.payment_intent, "payment_intent", 404);
  const charge = call.store.charges.find(idOf(intent.latest_charge) ?? "");
  if (charge !== undefined && charge.status === "succeeded") return charge;
  throw invalidRequest(
    `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
    {
      param: "payment_intent",
    },
  );
}

const find = (call: Call<unknown>) => findOr(call.store.refunds, "refund", call.id, "id");

const retrieve = endpoint("GET /v1/refunds/:id", noParams, (call) => find(call));

const update = endpoint(
  "POST /v1/refunds/:id",
  z.strictObject({ metadata: metadata().optional() }),
  (call) => {
    const before = find(call);
    const merged = mergeMetadata(before.metadata ?? {}, call.body.metadata);
    const after = call.store.refunds.save({ ...before, metadata: merged });
    const previous = differences(before, after);
    call.emit("refund.updated", after, previous);
    call.emit("charge.refund.updated", after, previous);
    return after;
  },
);

const cancel = endpoint("POST /v1/refunds/:id/cancel", noParams, (call) => {
  const refund = find(call);
  const charge = call.store.charges.find(idOf(refund.charge) ?? "");
  if (refund.status !== "requires_action" || charge === undefined) {
    throw invalidRequest(`You cannot cancel a refund with a status of ${refund.status}.`);
  }
  return reverseRefund(call, refund, charge, "canceled");
});

const listParams = z.strictObject({
  ...pageParams,
  charge: text().optional(),
  created: range().optional(),
  payment_intent: text().optional(),
});

const listAll = endpoint("GET /v1/refunds", listParams, ({ body, store }) => {
  const { charge, created, payment_intent } = body;
  const source =
    charge !== undefined
      ? store.refunds.rowsBy("charge", charge)
      : payment_intent !== undefined
        ? store.refunds.rowsBy("payment_intent", payment_intent)
        : undefined;
  return listPage(store.refunds, {
    url: "/v1/refunds",
    noun: "refund",
    cursor: body,
    source,
    where: (refund) => inRange(refund.created, created),
  });
});

const ofCharge = endpoint("GET /v1/charges/:id/refunds", z.strictObject(pageParams), (call) => {
  const charge = ownCharge(call);
  return listPage(call.store.refunds, {
    url: `/v1/charges/${charge.id}/refunds`,
    noun: "refund",
    cursor: call.body,
    source: call.store.refunds.rowsBy("charge", charge.id),
  });
});

export const refundEndpoints = [
  create,
  retrieve,
  update,
  cancel,
  listAll,
  refundCharge,
  createOfCharge,
  ofCharge,
];
