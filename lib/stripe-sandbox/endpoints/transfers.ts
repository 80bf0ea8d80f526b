import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { currency, flag, integer, metadata, oneOf, pageParams, range, text } from "../params";
import { bookEntry } from "../payments/balance";
import { saveTransfer } from "../payments/connect";
import { reverse } from "../payments/connect-returns";

/** Money for connected accounts: with a destination charge, or apart from any. */
const find = (call: Call<unknown>) => findOr(call.store.transfers, "transfer", call.id, "id");

const create = endpoint(
  "POST /v1/transfers",
  z.strictObject({
    amount: integer(1),
    currency: currency(),
    description: text().optional(),
    destination: text(),
    metadata: metadata().optional(),
    source_transaction: text().optional(),
    source_type: oneOf("bank_account", "card", "fpx").optional(),
    transfer_group: text().optional(),
  }),
  (call) => {
    const { body, store } = call;
    const { amount, destination, source_transaction = null, transfer_group = null } = body;
    if (call.world.universe.platform.accounts.find(destination) === undefined) {
      throw invalidRequest(`No such destination: '${destination}'`, {
        code: "resource_missing",
        param: "destination",
      });
    }
    if (source_transaction !== null) {
      findOr(store.charges, "charge", source_transaction, "source_transaction", 400);
    }
    const transfer = saveTransfer(call, {
      amount,
      currency: body.currency,
      description: body.description ?? null,
      destination,
      metadata: mergeMetadata({}, body.metadata),
      source_transaction,
      transfer_group,
    });
    bookEntry(call.in(destination), {
      amount,
      currency: body.currency,
      source: transfer.id,
      type: "payment",
      reporting_category: "charge",
      description: body.description ?? null,
    });
    return transfer;
  },
);

const update = endpoint(
  "POST /v1/transfers/:id",
  z.strictObject({ description: text().optional(), metadata: metadata().optional() }),
  (call) => {
    const before = find(call);
    const after = call.store.transfers.save({
      ...before,
      description: call.body.description ?? before.description,
      metadata: mergeMetadata(before.metadata, call.body.metadata),
    });
    call.emit("transfer.updated", after);
    return after;
  },
);

const listTransfers = endpoint(
  "GET /v1/transfers",
  z.strictObject({
    ...pageParams,
    created: range().optional(),
    destination: text().optional(),
    transfer_group: text().optional(),
  }),
  ({ body, store }) =>
    listPage(store.transfers, {
      url: "/v1/transfers",
      noun: "transfer",
      cursor: body,
      where: (transfer) =>
        inRange(transfer.created, body.created) &&
        (body.destination === undefined || transfer.destination === body.destination) &&
        (body.transfer_group === undefined || transfer.transfer_group === body.transfer_group),
    }),
);

const retrieve = endpoint("GET /v1/transfers/:id", noParams, find);

const createReversal = endpoint(
  "POST /v1/transfers/:id/reversals",
  z.strictObject({
    amount: integer(1).optional(),
    description: text().optional(),
    metadata: metadata().optional(),
    refund_application_fee: flag().optional(),
  }),
  (call) => {
    const transfer = find(call);
    const amount = call.body.amount ?? transfer.amount - transfer.amount_reversed;
    if (amount < 1) {
      throw invalidRequest(`Transfer ${transfer.id} is already fully reversed.`, {
        param: "amount",
      });
    }
    return reverse(call, transfer, amount, { metadata: mergeMetadata({}, call.body.metadata) });
  },
);

const listReversals = endpoint(
  "GET /v1/transfers/:id/reversals",
  z.strictObject(pageParams),
  (call) => {
    const { id } = find(call);
    return listPage(call.store.transferReversals, {
      url: `/v1/transfers/${id}/reversals`,
      noun: "transfer reversal",
      cursor: call.body,
      source: call.store.transferReversals.rowsBy("transfer", id),
    });
  },
);

const findReversal = (call: Call<unknown>): Stripe.TransferReversal => {
  find(call);
  const id = call.path["reversal"] ?? "";
  return findOr(call.store.transferReversals, "transfer reversal", id, "id");
};

const retrieveReversal = endpoint(
  "GET /v1/transfers/:id/reversals/:reversal",
  noParams,
  findReversal,
);

const updateReversal = endpoint(
  "POST /v1/transfers/:id/reversals/:reversal",
  z.strictObject({ metadata: metadata().optional() }),
  (call) => {
    const before = findReversal(call);
    const merged = mergeMetadata(before.metadata ?? {}, call.body.metadata);
    return call.store.transferReversals.save({ ...before, metadata: merged });
  },
);

export const transferEndpoints = [
  create,
  update,
  listTransfers,
  retrieve,
  createReversal,
  listReversals,
  retrieveReversal,
  updateReversal,
];
