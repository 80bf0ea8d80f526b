import { z } from "zod";
import { endpoint } from "../endpoint";
import { integer, text } from "../params";
import { searchTable } from "../search";

const params = z.strictObject({
  query: text(),
  limit: integer(1, 100).optional(),
  page: text().optional(),
});

/** `GET /v1/customers/search` and its kin. Unlike Stripe's, what was just written is found. */
export const searchEndpoints = [
  endpoint("GET /v1/customers/search", params, ({ body, store }) =>
    searchTable(store.customers, "/v1/customers/search", body),
  ),
  endpoint("GET /v1/charges/search", params, ({ body, store }) =>
    searchTable(store.charges, "/v1/charges/search", body),
  ),
  endpoint("GET /v1/payment_intents/search", params, ({ body, store }) =>
    searchTable(store.paymentIntents, "/v1/payment_intents/search", body),
  ),
  endpoint("GET /v1/products/search", params, ({ body, store }) =>
    searchTable(store.products, "/v1/products/search", body),
  ),
  endpoint("GET /v1/prices/search", params, ({ body, store }) =>
    searchTable(store.prices, "/v1/prices/search", body),
  ),
];
