import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { newId } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { checkCurrency } from "../money";
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
import type { Price } from "../wire";
import { differences } from "./customers";
import { makeProduct } from "./products";

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

type Given = Partial<
  Omit<z.output<typeof createParams>, "product_data" | "currency" | "product">
> & {
  currency: string;
  product: string;
};

/** A price as it is answered. Saves nothing: sessions make prices that belong to no catalogue. */
export function makePrice(scope: Scope, given: Given): Price {
  checkCurrency(given.currency);
  const exact = given.unit_amount_decimal ?? given.unit_amount ?? 0;
  const { recurring } = given;
  return {
    id: newId("price"),
    object: "price",
    active: given.active ?? true,
    billing_scheme: "per_unit",
    created: scope.now,
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: given.lookup_key ?? null,
    metadata: mergeMetadata({}, given.metadata),
    nickname: given.nickname ?? null,
    product: given.product,
    recurring:
      recurring === undefined
        ? null
        : {
            interval: recurring.interval,
            interval_count: recurring.interval_count ?? 1,
            meter: recurring.meter ?? null,
            trial_period_days: null,
            usage_type: recurring.usage_type ?? "licensed",
          },
    tax_behavior: given.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: recurring === undefined ? "one_time" : "recurring",
    unit_amount: Number.isInteger(exact) ? exact : null,
    unit_amount_decimal: String(exact),
  };
}

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
