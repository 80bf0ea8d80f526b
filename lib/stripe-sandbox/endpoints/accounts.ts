import { z } from "zod";
import { makeAccount } from "../accounts";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { accountRefused } from "../http/account";
import { newId } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { metadata, oneOf, pageParams, range, text, unsettable } from "../params";
import { differences } from "../differences";

const fields = {
  account_token: text().optional(),
  business_profile: z.looseObject({}).optional(),
  business_type: oneOf("company", "government_entity", "individual", "non_profit").optional(),
  capabilities: z.looseObject({}).optional(),
  company: z.looseObject({}).optional(),
  default_currency: text(3).optional(),
  email: unsettable(text()).optional(),
  external_account: z.unknown().optional(),
  individual: z.looseObject({}).optional(),
  metadata: metadata().optional(),
  settings: z.looseObject({}).optional(),
  tos_acceptance: z.looseObject({}).optional(),
};

const create = endpoint(
  "POST /v1/accounts",
  z.strictObject({
    ...fields,
    controller: z.looseObject({}).optional(),
    country: text(2).optional(),
    type: oneOf("custom", "express", "standard").optional(),
  }),
  (call) => {
    const { body } = call;
    const account = makeAccount(call, {
      id: newId("acct", 16),
      country: body.country,
      email: body.email,
      type: body.type,
      businessType: body.business_type,
      metadata: mergeMetadata({}, body.metadata),
    });
    return call.store.accounts.save(account);
  },
);

const find = (call: Call<unknown>) => {
  const own = call.path["id"] === undefined ? call.account : call.id;
  const { platform } = call.world.universe;
  const found = platform.accounts.find(own);
  if (found === undefined) throw accountRefused(call.auth, own);
  return found;
};

const own = endpoint("GET /v1/account", noParams, (call) => find(call));
const retrieve = endpoint("GET /v1/accounts/:id", noParams, (call) => find(call));

const update = endpoint("POST /v1/accounts/:id", z.strictObject(fields), (call) => {
  const before = find(call);
  const { platform } = call.world.universe;
  const after = platform.accounts.save({
    ...before,
    business_type: call.body.business_type ?? before.business_type,
    email: call.body.email === undefined ? before.email : call.body.email,
    metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
  });
  call.in(after.id).emit("account.updated", after, differences(before, after));
  return after;
});

const remove = endpoint("DELETE /v1/accounts/:id", noParams, (call) => {
  const account = find(call);
  if (account.id === call.world.platformAccount) {
    throw invalidRequest("You cannot delete your own account.", {}, 403);
  }
  call.store.accounts.remove(account.id);
  return { id: account.id, object: "account", deleted: true };
});

const listAll = endpoint(
  "GET /v1/accounts",
  z.strictObject({ ...pageParams, created: range().optional() }),
  ({ body, store, world }) =>
    listPage(store.accounts, {
      url: "/v1/accounts",
      noun: "account",
      cursor: body,
      where: (account) =>
        account.id !== world.platformAccount && inRange(account.created ?? 0, body.created),
    }),
);

export const accountEndpoints = [create, own, retrieve, update, remove, listAll];
