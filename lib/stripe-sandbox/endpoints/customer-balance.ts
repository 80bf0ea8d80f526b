import { z } from "zod";
import { changeBalance } from "../customers/balance";
import { endpoint, noParams, type Call } from "../endpoint";
import { missingResource } from "../errors";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { currency, integer, metadata, pageParams, range, text } from "../params";

/** What a customer owes or is owed beside payments: entries are added and described, never removed. */
const owner = (call: Call<unknown>) =>
  findOr(call.store.customers, "customer", call.id, "customer");

function find(call: Call<unknown>) {
  const customer = owner(call).id;
  const id = call.path["transaction"] ?? "";
  const found = call.store.customerBalanceTransactions.find(id);
  if (found?.customer === customer) return found;
  throw missingResource("customer balance transaction", id, "id");
}

const create = endpoint(
  "POST /v1/customers/:id/balance_transactions",
  z.strictObject({
    amount: integer(),
    currency: currency(),
    description: text().optional(),
    metadata: metadata().optional(),
  }),
  (call) => changeBalance(call, owner(call), call.body),
);

const listAll = endpoint(
  "GET /v1/customers/:id/balance_transactions",
  z.strictObject({ ...pageParams, created: range().optional(), invoice: text().optional() }),
  (call) => {
    const customer = owner(call).id;
    const { customerBalanceTransactions: entries } = call.store;
    return listPage(entries, {
      url: `/v1/customers/${customer}/balance_transactions`,
      noun: "customer balance transaction",
      cursor: call.body,
      source: entries.rowsBy("customer", customer),
      // There are no invoices: no entry belongs to one.
      where: (entry) =>
        call.body.invoice === undefined && inRange(entry.created, call.body.created),
    });
  },
);

const retrieve = endpoint(
  "GET /v1/customers/:id/balance_transactions/:transaction",
  noParams,
  find,
);

const update = endpoint(
  "POST /v1/customers/:id/balance_transactions/:transaction",
  z.strictObject({ description: text().optional(), metadata: metadata().optional() }),
  (call) => {
    const before = find(call);
    return call.store.customerBalanceTransactions.save({
      ...before,
      description: call.body.description ?? before.description,
      metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
    });
  },
);

export const customerBalanceEndpoints = [create, listAll, retrieve, update];
