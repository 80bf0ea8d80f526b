import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { findOr } from "../find";
import { newId } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { currency, decimal, flag, metadata, oneOf, pageParams, range, text } from "../params";
import { makeShippingRate, shippingRateData } from "../sessions/shipping-rate-params";
import { differences } from "../differences";

const createShipping = endpoint("POST /v1/shipping_rates", shippingRateData, (call) =>
  makeShippingRate(call, call.body),
);

const findShipping = (call: Call<unknown>) =>
  findOr(call.store.shippingRates, "shipping rate", call.id, "shipping_rate");

const retrieveShipping = endpoint("GET /v1/shipping_rates/:id", noParams, (call) =>
  findShipping(call),
);

const updateShipping = endpoint(
  "POST /v1/shipping_rates/:id",
  z.strictObject({
    active: flag().optional(),
    metadata: metadata().optional(),
    tax_behavior: oneOf("exclusive", "inclusive", "unspecified").optional(),
    fixed_amount: z.looseObject({}).optional(),
  }),
  (call) => {
    const before = findShipping(call);
    return call.store.shippingRates.save({
      ...before,
      active: call.body.active ?? before.active,
      metadata: mergeMetadata(before.metadata, call.body.metadata),
      tax_behavior: call.body.tax_behavior ?? before.tax_behavior,
    });
  },
);

const listShipping = endpoint(
  "GET /v1/shipping_rates",
  z.strictObject({
    ...pageParams,
    active: flag().optional(),
    created: range().optional(),
    currency: currency().optional(),
  }),
  ({ body, store }) =>
    listPage(store.shippingRates, {
      url: "/v1/shipping_rates",
      noun: "shipping rate",
      cursor: body,
      where: (rate) =>
        inRange(rate.created, body.created) &&
        (body.active === undefined || rate.active === body.active) &&
        (body.currency === undefined || rate.fixed_amount?.currency === body.currency),
    }),
);

const taxTypes = [
  "gst",
  "hst",
  "igst",
  "jct",
  "lease_tax",
  "pst",
  "qst",
  "retail_delivery_fee",
  "rst",
  "sales_tax",
  "service_tax",
  "vat",
] as const;

const taxFields = {
  active: flag().optional(),
  country: text(2).optional(),
  description: text().optional(),
  jurisdiction: text().optional(),
  metadata: metadata().optional(),
  state: text().optional(),
  tax_type: oneOf(...taxTypes).optional(),
};

const createTax = endpoint(
  "POST /v1/tax_rates",
  z.strictObject({
    ...taxFields,
    display_name: text(100),
    inclusive: flag(),
    percentage: decimal(),
  }),
  (call) => {
    const { body } = call;
    const rate: Stripe.TaxRate = {
      id: newId("txr"),
      object: "tax_rate",
      active: body.active ?? true,
      country: body.country ?? null,
      created: call.now,
      description: body.description ?? null,
      display_name: body.display_name,
      effective_percentage: body.percentage,
      flat_amount: null,
      inclusive: body.inclusive,
      jurisdiction: body.jurisdiction ?? null,
      jurisdiction_level: null,
      livemode: false,
      metadata: mergeMetadata({}, body.metadata),
      percentage: body.percentage,
      rate_type: "percentage",
      state: body.state ?? null,
      tax_type: body.tax_type ?? null,
    };
    call.store.taxRates.save(rate);
    call.emit("tax_rate.created", rate);
    return rate;
  },
);

const findTax = (call: Call<unknown>) =>
  findOr(call.store.taxRates, "tax rate", call.id, "tax_rate");

const retrieveTax = endpoint("GET /v1/tax_rates/:id", noParams, (call) => findTax(call));

const updateTax = endpoint(
  "POST /v1/tax_rates/:id",
  z.strictObject({ ...taxFields, display_name: text(100).optional() }),
  (call) => {
    const before = findTax(call);
    const { metadata: change, ...rest } = call.body;
    const given = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    );
    const after = { ...before, ...given, metadata: mergeMetadata(before.metadata ?? {}, change) };
    call.store.taxRates.save(after);
    call.emit("tax_rate.updated", after, differences(before, after));
    return after;
  },
);

const listTax = endpoint(
  "GET /v1/tax_rates",
  z.strictObject({
    ...pageParams,
    active: flag().optional(),
    created: range().optional(),
    inclusive: flag().optional(),
  }),
  ({ body, store }) =>
    listPage(store.taxRates, {
      url: "/v1/tax_rates",
      noun: "tax rate",
      cursor: body,
      where: (rate) =>
        inRange(rate.created, body.created) &&
        (body.active === undefined || rate.active === body.active) &&
        (body.inclusive === undefined || rate.inclusive === body.inclusive),
    }),
);

export const rateEndpoints = [
  createShipping,
  retrieveShipping,
  updateShipping,
  listShipping,
  createTax,
  retrieveTax,
  updateTax,
  listTax,
];
