import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import {
  currency,
  decimal,
  flag,
  integer,
  list,
  metadata,
  oneOf,
  pageParams,
  range,
  text,
} from "../params";
import type { Scope } from "../scope";
import { differences } from "../differences";
import { makePrice } from "../catalogue/make-price";
import { makeProduct } from "../catalogue/make-product";

const taxBehavior = () => oneOf("exclusive", "inclusive", "unspecified");

const createParams = z.strictObject({
  active: flag().optional(),
  billing_scheme: oneOf("per_unit").optional(),
  currency: currency(),
  lookup_key: text(200).optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  product: text().optional(),
  product_data: z
    .strictObject({
      active: flag().optional(),
      id: text().optional(),
      metadata: metadata().optional(),
      name: text(),
      statement_descriptor: text(22).optional(),
      tax_code: text().optional(),
      unit_label: text(12).optional(),
    })
    .optional(),
  recurring: z
    .strictObject({
      interval: oneOf("day", "week", "month", "year"),
      interval_count: integer(1).optional(),
      usage_type: oneOf("licensed").optional(),
      meter: text().optional(),
    })
    .optional(),
  tax_behavior: taxBehavior().optional(),
  transfer_lookup_key: flag().optional(),
  unit_amount: integer(0).optional(),
  unit_amount_decimal: decimal().optional(),
});

const create = endpoint("POST /v1/prices", createParams, (call) => {
  const { product, product_data, ...given } = call.body;
  if (product === undefined && product_data === undefined) throw missingParam("product");
  if (given.unit_amount === undefined && given.unit_amount_decimal === undefined) {
    throw invalidRequest(
      "Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.",
      {
        code: "parameter_missing",
        param: "unit_amount",
      },
    );
  }
  const id =
    product_data === undefined ? productId(call, product ?? "") : newProduct(call, product_data);
  checkLookupKey(call, given.lookup_key, given.transfer_lookup_key === true);
  const price = call.store.prices.save(makePrice(call, { ...given, product: id }));
  call.emit("price.created", price);
  return price;
});

const productId = (call: Scope, id: string) =>
  findOr(call.store.products, "product", id, "product", 400).id;

function newProduct(call: Scope, data: Parameters<typeof makeProduct>[1]): string {
  const product = call.store.products.save(makeProduct(call, data));
  call.emit("product.created", product);
  return product.id;
}

function checkLookupKey(call: Scope, key: string | undefined, transfer: boolean): void {
  const owner = key === undefined ? undefined : call.store.prices.by("lookup_key", key)[0];
  if (owner === undefined) return;
  if (transfer) {
    call.store.prices.save({ ...owner, lookup_key: null });
    return;
  }
  throw invalidRequest(
    `A price (\`${owner.id}\`) already uses that lookup key. Pass \`transfer_lookup_key: true\` to transfer it.`,
    { param: "lookup_key" },
  );
}

const find = (call: Call<unknown>) => findOr(call.store.prices, "price", call.id, "price");

const retrieve = endpoint("GET /v1/prices/:id", noParams, (call) => find(call));

const updateParams = z.strictObject({
  active: flag().optional(),
  lookup_key: text(200).optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  tax_behavior: taxBehavior().optional(),
  transfer_lookup_key: flag().optional(),
});

const update = endpoint("POST /v1/prices/:id", updateParams, (call) => {
  const before = find(call);
  const { active, lookup_key, nickname, tax_behavior, transfer_lookup_key } = call.body;
  if (lookup_key !== before.lookup_key) {
    checkLookupKey(call, lookup_key, transfer_lookup_key === true);
  }
  const after = call.store.prices.save({
    ...before,
    active: active ?? before.active,
    lookup_key: lookup_key ?? before.lookup_key,
    metadata: mergeMetadata(before.metadata, call.body.metadata),
    nickname: nickname ?? before.nickname,
    tax_behavior: tax_behavior ?? before.tax_behavior,
  });
  call.emit("price.updated", after, differences(before, after));
  return after;
});

const listParams = z.strictObject({
  ...pageParams,
  active: flag().optional(),
  created: range().optional(),
  currency: currency().optional(),
  lookup_keys: list(text(), 10).optional(),
  product: text().optional(),
  type: oneOf("one_time", "recurring").optional(),
});

const listAll = endpoint("GET /v1/prices", listParams, ({ body, store }) =>
  listPage(store.prices, {
    url: "/v1/prices",
    noun: "price",
    cursor: body,
    source: body.product === undefined ? undefined : store.prices.rowsBy("product", body.product),
    where: (price) =>
      inRange(price.created, body.created) &&
      (body.active === undefined || price.active === body.active) &&
      (body.currency === undefined || price.currency === body.currency) &&
      (body.lookup_keys === undefined || body.lookup_keys.includes(price.lookup_key ?? "")) &&
      (body.type === undefined || price.type === body.type),
  }),
);

export const priceEndpoints = [create, retrieve, update, listAll];
