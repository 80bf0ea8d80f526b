import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { integer, metadata, pageParams, range, text } from "../params";
import { giveFeeBack } from "../payments/connect-returns";

/** What the platform keeps of connected accounts' payments. */
const find = (call: Call<unknown>) =>
  findOr(call.store.applicationFees, "application fee", call.id, "id");

const listAll = endpoint(
  "GET /v1/application_fees",
  z.strictObject({ ...pageParams, charge: text().optional(), created: range().optional() }),
  ({ body, store }) =>
    listPage(store.applicationFees, {
      url: "/v1/application_fees",
      noun: "application fee",
      cursor: body,
      source:
        body.charge === undefined ? undefined : store.applicationFees.rowsBy("charge", body.charge),
      where: (fee) => inRange(fee.created, body.created),
    }),
);

const retrieve = endpoint("GET /v1/application_fees/:id", noParams, find);

const createRefund = endpoint(
  "POST /v1/application_fees/:id/refunds",
  z.strictObject({ amount: integer(1).optional(), metadata: metadata().optional() }),
  (call) => {
    const fee = find(call);
    const amount = call.body.amount ?? fee.amount - fee.amount_refunded;
    return giveFeeBack(call, fee, amount, { metadata: mergeMetadata({}, call.body.metadata) });
  },
);

const listRefunds = endpoint(
  "GET /v1/application_fees/:id/refunds",
  z.strictObject(pageParams),
  (call) => {
    const { id } = find(call);
    return listPage(call.store.feeRefunds, {
      url: `/v1/application_fees/${id}/refunds`,
      noun: "fee refund",
      cursor: call.body,
      source: call.store.feeRefunds.rowsBy("fee", id),
    });
  },
);

const findRefund = (call: Call<unknown>): Stripe.FeeRefund => {
  find(call);
  return findOr(call.store.feeRefunds, "fee refund", call.path["refund"] ?? "", "id");
};

const retrieveRefund = endpoint(
  "GET /v1/application_fees/:id/refunds/:refund",
  noParams,
  findRefund,
);

const updateRefund = endpoint(
  "POST /v1/application_fees/:id/refunds/:refund",
  z.strictObject({ metadata: metadata().optional() }),
  (call) => {
    const before = findRefund(call);
    const merged = mergeMetadata(before.metadata ?? {}, call.body.metadata);
    return call.store.feeRefunds.save({ ...before, metadata: merged });
  },
);

export const applicationFeeEndpoints = [
  listAll,
  retrieve,
  createRefund,
  listRefunds,
  retrieveRefund,
  updateRefund,
];
