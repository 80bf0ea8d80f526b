import type Stripe from "stripe";
import { z } from "zod";
import { addTaxId } from "../customers/tax-ids";
import { endpoint, noParams, type Call } from "../endpoint";
import { missingResource } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { listPage } from "../lists";
import { pageParams, text } from "../params";

const owner = (call: Call<unknown>) =>
  findOr(call.store.customers, "customer", call.id, "customer").id;

function find(call: Call<unknown>): Stripe.TaxId {
  const customer = owner(call);
  const id = call.path["tax_id"] ?? "";
  const found = call.store.taxIds.find(id);
  if (found !== undefined && idOf(found.customer) === customer) return found;
  throw missingResource("tax id", id, "id");
}

const create = endpoint(
  "POST /v1/customers/:id/tax_ids",
  z.strictObject({ type: text(), value: text(100) }),
  (call) => addTaxId(call, owner(call), call.body),
);

const listAll = endpoint("GET /v1/customers/:id/tax_ids", z.strictObject(pageParams), (call) => {
  const customer = owner(call);
  return listPage(call.store.taxIds, {
    url: `/v1/customers/${customer}/tax_ids`,
    noun: "tax id",
    cursor: call.body,
    source: call.store.taxIds.rowsBy("customer", customer),
  });
});

const retrieve = endpoint("GET /v1/customers/:id/tax_ids/:tax_id", noParams, find);

const remove = endpoint("DELETE /v1/customers/:id/tax_ids/:tax_id", noParams, (call) => {
  const taxId = find(call);
  call.store.taxIds.remove(taxId.id);
  call.emit("customer.tax_id.deleted", taxId);
  return { id: taxId.id, object: "tax_id", deleted: true };
});

export const customerTaxIdEndpoints = [create, listAll, retrieve, remove];
