import type Stripe from "stripe";
import { z } from "zod";
import { addSource, findSource, removeSource, sourcesOf, sourceView } from "../customers/sources";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { listOf } from "../lists";
import { mergeMetadata } from "../metadata";
import { flag, integer, list, metadata, oneOf, pageParams, text, unsettable } from "../params";

/** The cards and bank accounts of a customer, as integrations from before payment methods use them. */
const find = (call: Call<unknown>) => findOr(call.store.customers, "customer", call.id, "customer");

const chosen = (call: Call<unknown>) => findSource(call, find(call), call.path["source"] ?? "");

const listAll = endpoint(
  "GET /v1/customers/:id/sources",
  z.strictObject({ ...pageParams, object: oneOf("bank_account", "card", "source").optional() }),
  (call) => {
    const customer = find(call);
    const { object, ...cursor } = call.body;
    const sources = sourcesOf(call, customer);
    const wanted = sources.filter((source) => object === undefined || source.object === object);
    return listOf(wanted, { url: `/v1/customers/${customer.id}/sources`, noun: "source", cursor });
  },
);

const create = endpoint(
  "POST /v1/customers/:id/sources",
  z.strictObject({ source: text(), metadata: metadata().optional(), validate: flag().optional() }),
  (call) => addSource(call, find(call), call.body.source, mergeMetadata({}, call.body.metadata)),
);

const retrieve = endpoint("GET /v1/customers/:id/sources/:source", noParams, chosen);

const line = () => unsettable(text()).optional();

const update = endpoint(
  "POST /v1/customers/:id/sources/:source",
  z.strictObject({
    account_holder_name: line(),
    account_holder_type: oneOf("company", "individual").optional(),
    address_city: line(),
    address_country: line(),
    address_line1: line(),
    address_line2: line(),
    address_state: line(),
    address_zip: line(),
    exp_month: integer(1, 12).optional(),
    exp_year: integer().optional(),
    metadata: metadata().optional(),
    name: line(),
    owner: z.looseObject({}).optional(),
  }),
  (call) => {
    const before = chosen(call);
    const method = call.store.paymentMethods.find(before.id);
    if (method === undefined) return before;
    const saved = call.store.paymentMethods.save(changed(method, call.body));
    const after = sourceView(call, saved) ?? before;
    call.emit("customer.source.updated", after);
    return after;
  },
);

type Changes = {
  [K in `address_${"city" | "country" | "line1" | "line2" | "state" | "zip"}`]?:
    string | null | undefined;
} & {
  account_holder_name?: string | null | undefined;
  name?: string | null | undefined;
  exp_month?: number | undefined;
  exp_year?: number | undefined;
  metadata?: Record<string, string> | null | undefined;
};

function changed(method: Stripe.PaymentMethod, given: Changes): Stripe.PaymentMethod {
  const { address, name } = method.billing_details;
  const or = (value: string | null | undefined, old: string | null | undefined) =>
    value === undefined ? (old ?? null) : value;
  const { card } = method;
  return {
    ...method,
    billing_details: {
      ...method.billing_details,
      address: {
        city: or(given.address_city, address?.city),
        country: or(given.address_country, address?.country),
        line1: or(given.address_line1, address?.line1),
        line2: or(given.address_line2, address?.line2),
        postal_code: or(given.address_zip, address?.postal_code),
        state: or(given.address_state, address?.state),
      },
      name: or(given.name ?? given.account_holder_name, name),
    },
    ...(card === undefined
      ? {}
      : {
          card: {
            ...card,
            exp_month: given.exp_month ?? card.exp_month,
            exp_year: given.exp_year ?? card.exp_year,
          },
        }),
    metadata: mergeMetadata(method.metadata ?? {}, given.metadata),
  };
}

const remove = endpoint("DELETE /v1/customers/:id/sources/:source", noParams, (call) => {
  const { id, object } = chosen(call);
  removeSource(call, find(call), id);
  const source = call.store.sources.find(id);
  return source ?? { id, object, deleted: true };
});

const verify = endpoint(
  "POST /v1/customers/:id/sources/:source/verify",
  z.strictObject({ amounts: list(integer()).optional() }),
  (call) => {
    const account = chosen(call);
    const secret = call.store.secrets.find(account.id);
    if (account.object !== "bank_account" || secret === undefined) {
      throw invalidRequest("Only bank accounts can be verified.");
    }
    if (secret.verified === true) {
      throw invalidRequest("This bank account has already been verified.", {
        code: "bank_account_already_verified",
      });
    }
    // The amounts that Stripe's test mode sends to every account.
    if (call.body.amounts?.toSorted((a, b) => a - b).join() !== "32,45") {
      throw invalidRequest(
        "The amounts provided do not match the amounts that were sent to the bank account.",
        { code: "bank_account_verification_failed", param: "amounts" },
      );
    }
    call.store.secrets.save({ ...secret, verified: true });
    return chosen(call);
  },
);

export const customerSourceEndpoints = [listAll, create, retrieve, update, remove, verify];
