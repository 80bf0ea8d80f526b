import { z } from "zod";
import { changedSource, sourceChanges } from "../customers/change-source";
import { addSource, findSource, removeSource, sourcesOf, sourceView } from "../customers/sources";
import { sourceParam, tokenOf } from "../customers/tokens";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { listOf } from "../lists";
import { mergeMetadata } from "../metadata";
import { flag, integer, list, metadata, oneOf, pageParams } from "../params";

/**
 * The cards and bank accounts of a customer, as integrations from before payment methods use them. The
 * addresses of cards and of bank accounts alone are older still, and do the same with their kind.
 */
const kinds = { sources: undefined, cards: "card", bank_accounts: "bank_account" } as const;
type Address = keyof typeof kinds;

const find = (call: Call<unknown>) => findOr(call.store.customers, "customer", call.id, "customer");

const chosen = (call: Call<unknown>) => findSource(call, find(call), call.path["source"] ?? "");

const listAll = (at: Address) =>
  endpoint(
    `GET /v1/customers/:id/${at}`,
    z.strictObject({ ...pageParams, object: oneOf("bank_account", "card", "source").optional() }),
    (call) => {
      const customer = find(call);
      const { object = kinds[at], ...cursor } = call.body;
      const sources = sourcesOf(call, customer);
      const wanted = sources.filter((source) => object === undefined || source.object === object);
      return listOf(wanted, { url: `/v1/customers/${customer.id}/${at}`, noun: "source", cursor });
    },
  );

const create = (at: Address) =>
  endpoint(
    `POST /v1/customers/:id/${at}`,
    z.strictObject({
      source: sourceParam,
      metadata: metadata().optional(),
      validate: flag().optional(),
    }),
    (call) => {
      const { source, metadata: given } = call.body;
      const customer = find(call);
      return addSource(call, customer, tokenOf(call, source), mergeMetadata({}, given));
    },
  );

const retrieve = (at: Address) => endpoint(`GET /v1/customers/:id/${at}/:source`, noParams, chosen);

const update = (at: Address) =>
  endpoint(`POST /v1/customers/:id/${at}/:source`, sourceChanges, (call) => {
    const before = chosen(call);
    const method = call.store.paymentMethods.find(before.id);
    if (method === undefined) return before;
    const saved = call.store.paymentMethods.save(changedSource(method, call.body));
    const after = sourceView(call, saved) ?? before;
    call.emit("customer.source.updated", after);
    return after;
  });

const remove = (at: Address) =>
  endpoint(`DELETE /v1/customers/:id/${at}/:source`, noParams, (call) => {
    const { id, object } = chosen(call);
    removeSource(call, find(call), id);
    const source = call.store.sources.find(id);
    return source ?? { id, object, deleted: true };
  });

const verify = (at: "bank_accounts" | "sources") =>
  endpoint(
    `POST /v1/customers/:id/${at}/:source/verify`,
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

const served = (at: Address) => [listAll, create, retrieve, update, remove].map((make) => make(at));

export const customerSourceEndpoints = [
  ...served("sources"),
  ...served("cards"),
  ...served("bank_accounts"),
  verify("sources"),
  verify("bank_accounts"),
];
