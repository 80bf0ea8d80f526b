import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
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
  unsettable,
  url,
} from "../params";
import { makePrice } from "../catalogue/make-price";
import { makeProduct } from "../catalogue/make-product";
import { differences } from "../differences";

const dimensions = z.strictObject({
  height: decimal(),
  length: decimal(),
  weight: decimal(),
  width: decimal(),
});

const fields = {
  active: flag().optional(),
  description: unsettable(text()).optional(),
  images: unsettable(list(url(), 8)).optional(),
  marketing_features: unsettable(list(z.strictObject({ name: text(80) }), 15)).optional(),
  metadata: metadata().optional(),
  package_dimensions: unsettable(dimensions).optional(),
  shippable: flag().optional(),
  statement_descriptor: text(22).optional(),
  tax_code: unsettable(text()).optional(),
  tax_details: z.looseObject({}).optional(),
  unit_label: unsettable(text(12)).optional(),
  url: unsettable(url()).optional(),
};

const createParams = z.strictObject({
  ...fields,
  id: text().optional(),
  name: text(),
  type: oneOf("good", "service").optional(),
  default_price_data: z
    .strictObject({
      currency: currency(),
      unit_amount: integer(0).optional(),
      metadata: metadata().optional(),
      tax_behavior: oneOf("exclusive", "inclusive", "unspecified").optional(),
    })
    .optional(),
});

const create = endpoint("POST /v1/products", createParams, (call) => {
  const { default_price_data, ...given } = call.body;
  const product = call.store.products.save(makeProduct(call, given));
  call.emit("product.created", product);
  if (default_price_data === undefined) return product;
  const price = makePrice(call, { ...default_price_data, product: product.id });
  call.store.prices.save(price);
  call.emit("price.created", price);
  return call.store.products.save({ ...product, default_price: price.id });
});

const find = (call: Call<unknown>) => findOr(call.store.products, "product", call.id, "id");

const updateParams = z.strictObject({
  ...fields,
  name: text().optional(),
  default_price: text().optional(),
});

const update = endpoint("POST /v1/products/:id", updateParams, (call) => {
  const before = find(call);
  const {
    metadata: change,
    images,
    marketing_features,
    tax_details: _details,
    ...rest
  } = call.body;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const after = call.store.products.save({
    ...before,
    ...given,
    images: images === undefined ? before.images : (images ?? []),
    marketing_features:
      marketing_features === undefined ? before.marketing_features : (marketing_features ?? []),
    metadata: mergeMetadata(before.metadata, change),
    updated: call.now,
  });
  call.emit("product.updated", after, differences(before, after));
  return after;
});

const retrieve = endpoint("GET /v1/products/:id", noParams, (call) => find(call));

const remove = endpoint("DELETE /v1/products/:id", noParams, (call) => {
  const product = find(call);
  if (call.store.prices.by("product", product.id).length > 0) {
    throw invalidRequest(
      "This product cannot be deleted because it has one or more user-created prices.",
    );
  }
  call.store.products.remove(product.id);
  call.store.deletedObjects.save({ id: product.id, object: "product" });
  call.emit("product.deleted", product);
  return { id: product.id, object: "product", deleted: true };
});

const listParams = z.strictObject({
  ...pageParams,
  active: flag().optional(),
  created: range().optional(),
  ids: list(text()).optional(),
  shippable: flag().optional(),
  type: text().optional(),
  url: text().optional(),
});

const listAll = endpoint("GET /v1/products", listParams, ({ body, store }) =>
  listPage(store.products, {
    url: "/v1/products",
    noun: "product",
    cursor: body,
    where: (product) =>
      inRange(product.created, body.created) &&
      (body.active === undefined || product.active === body.active) &&
      (body.ids === undefined || body.ids.includes(product.id)) &&
      (body.shippable === undefined || product.shippable === body.shippable) &&
      (body.url === undefined || product.url === body.url),
  }),
);

export const productEndpoints = [create, update, retrieve, remove, listAll];
