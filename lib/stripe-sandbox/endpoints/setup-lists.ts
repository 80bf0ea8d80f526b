import { z } from "zod";
import { endpoint } from "../endpoint";
import { inRange, listPage } from "../lists";
import { flag, pageParams, range, text } from "../params";

const listParams = z.strictObject({
  ...pageParams,
  attach_to_self: flag().optional(),
  created: range().optional(),
  customer: text().optional(),
  payment_method: text().optional(),
});

const listAll = endpoint("GET /v1/setup_intents", listParams, ({ body, store }) =>
  listPage(store.setupIntents, {
    url: "/v1/setup_intents",
    noun: "setupintent",
    cursor: body,
    source:
      body.customer === undefined
        ? undefined
        : store.setupIntents.rowsBy("customer", body.customer),
    where: (intent) =>
      inRange(intent.created, body.created) &&
      (body.payment_method === undefined || intent.payment_method === body.payment_method),
  }),
);

const attempts = endpoint(
  "GET /v1/setup_attempts",
  z.strictObject({ ...pageParams, created: range().optional(), setup_intent: text() }),
  ({ body, store }) =>
    listPage(store.setupAttempts, {
      url: "/v1/setup_attempts",
      noun: "setup_attempt",
      cursor: body,
      source: store.setupAttempts.rowsBy("setup_intent", body.setup_intent),
      where: (attempt) => inRange(attempt.created, body.created),
    }),
);

export const setupListEndpoints = [listAll, attempts];
