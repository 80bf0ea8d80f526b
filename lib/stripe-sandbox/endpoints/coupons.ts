import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf, newId, randomText } from "../ids";
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
} from "../params";
import { differences } from "../differences";

const createParams = z.strictObject({
  amount_off: integer(1).optional(),
  applies_to: z.strictObject({ products: list(text()) }).optional(),
  currency: currency().optional(),
  duration: oneOf("forever", "once", "repeating").optional(),
  duration_in_months: integer(1).optional(),
  id: text(500).optional(),
  max_redemptions: integer(1).optional(),
  metadata: metadata().optional(),
  name: text(40).optional(),
  percent_off: decimal().optional(),
  redeem_by: integer().optional(),
});

const create = endpoint("POST /v1/coupons", createParams, (call) => {
  const { body, store } = call;
  const { amount_off, percent_off } = body;
  if ((amount_off === undefined) === (percent_off === undefined)) {
    throw invalidRequest("You must pass either percent_off or amount_off to create a coupon.", {
      param: "percent_off",
    });
  }
  if (percent_off !== undefined && (percent_off <= 0 || percent_off > 100)) {
    throw invalidRequest("Invalid percent_off: must be greater than 0 and at most 100.", {
      param: "percent_off",
    });
  }
  if (amount_off !== undefined && body.currency === undefined) {
    throw invalidRequest("You must pass currency when passing amount_off", {
      code: "parameter_missing",
      param: "currency",
    });
  }
  const id = body.id ?? randomText(8);
  if (store.coupons.find(id) !== undefined) {
    throw invalidRequest("Coupon already exists.", {
      code: "resource_already_exists",
      param: "id",
    });
  }
  const coupon = store.coupons.save({
    id,
    object: "coupon",
    amount_off: amount_off ?? null,
    ...(body.applies_to === undefined ? {} : { applies_to: body.applies_to }),
    created: call.now,
    currency: body.currency ?? null,
    duration: body.duration ?? "once",
    duration_in_months: body.duration_in_months ?? null,
    livemode: false,
    max_redemptions: body.max_redemptions ?? null,
    metadata: mergeMetadata({}, body.metadata),
    name: body.name ?? null,
    percent_off: percent_off ?? null,
    redeem_by: body.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  });
  call.emit("coupon.created", coupon);
  return coupon;
});

const find = (call: Call<unknown>) => findOr(call.store.coupons, "coupon", call.id, "coupon");

const retrieve = endpoint("GET /v1/coupons/:id", noParams, (call) => find(call));

const update = endpoint(
  "POST /v1/coupons/:id",
  z.strictObject({ metadata: metadata().optional(), name: unsettable(text(40)).optional() }),
  (call) => {
    const before = find(call);
    const after = call.store.coupons.save({
      ...before,
      metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
      name: call.body.name === undefined ? before.name : call.body.name,
    });
    call.emit("coupon.updated", after, differences(before, after));
    return after;
  },
);

const remove = endpoint("DELETE /v1/coupons/:id", noParams, (call) => {
  const coupon = find(call);
  call.store.coupons.remove(coupon.id);
  call.emit("coupon.deleted", coupon);
  return { id: coupon.id, object: "coupon", deleted: true };
});

const listAll = endpoint(
  "GET /v1/coupons",
  z.strictObject({ ...pageParams, created: range().optional() }),
  ({ body, store }) =>
    listPage(store.coupons, {
      url: "/v1/coupons",
      noun: "coupon",
      cursor: body,
      where: (coupon) => inRange(coupon.created, body.created),
    }),
);

const restrictions = z.strictObject({
  first_time_transaction: flag().optional(),
  minimum_amount: integer(1).optional(),
  minimum_amount_currency: currency().optional(),
});

const codeParams = z.strictObject({
  active: flag().optional(),
  code: text(500).optional(),
  /** Older versions name the coupon here, newer ones below `promotion`. */
  coupon: text().optional(),
  promotion: z.strictObject({ coupon: text(), type: oneOf("coupon") }).optional(),
  customer: text().optional(),
  expires_at: integer().optional(),
  max_redemptions: integer(1).optional(),
  metadata: metadata().optional(),
  restrictions: restrictions.optional(),
});

const createCode = endpoint("POST /v1/promotion_codes", codeParams, (call) => {
  const { body, store } = call;
  const wanted = body.promotion?.coupon ?? body.coupon;
  if (wanted === undefined) {
    throw invalidRequest("Missing required param: promotion.", {
      code: "parameter_missing",
      param: "promotion",
    });
  }
  const coupon = findOr(store.coupons, "coupon", wanted, "promotion[coupon]", 400);
  const code = body.code ?? randomText(8).toUpperCase();
  if (store.promotionCodes.by("code", code.toLowerCase()).some((entry) => entry.active)) {
    throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, {
      code: "resource_already_exists",
      param: "code",
    });
  }
  const made = store.promotionCodes.save({
    id: newId("promo"),
    object: "promotion_code",
    active: body.active ?? true,
    code,
    created: call.now,
    customer: body.customer ?? null,
    customer_account: null,
    expires_at: body.expires_at ?? null,
    livemode: false,
    max_redemptions: body.max_redemptions ?? null,
    metadata: mergeMetadata({}, body.metadata),
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: {
      first_time_transaction: body.restrictions?.first_time_transaction ?? false,
      minimum_amount: body.restrictions?.minimum_amount ?? null,
      minimum_amount_currency: body.restrictions?.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  });
  call.emit("promotion_code.created", made);
  return made;
});

const findCode = (call: Call<unknown>) =>
  findOr(call.store.promotionCodes, "promotion code", call.id, "promotion_code");

const retrieveCode = endpoint("GET /v1/promotion_codes/:id", noParams, (call) => findCode(call));

const updateCode = endpoint(
  "POST /v1/promotion_codes/:id",
  z.strictObject({
    active: flag().optional(),
    metadata: metadata().optional(),
    restrictions: z.looseObject({}).optional(),
  }),
  (call) => {
    const before = findCode(call);
    const after: Stripe.PromotionCode = call.store.promotionCodes.save({
      ...before,
      active: call.body.active ?? before.active,
      metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
    });
    call.emit("promotion_code.updated", after, differences(before, after));
    return after;
  },
);

const listCodes = endpoint(
  "GET /v1/promotion_codes",
  z.strictObject({
    ...pageParams,
    active: flag().optional(),
    code: text().optional(),
    coupon: text().optional(),
    created: range().optional(),
    customer: text().optional(),
  }),
  ({ body, store }) =>
    listPage(store.promotionCodes, {
      url: "/v1/promotion_codes",
      noun: "promotion code",
      cursor: body,
      source:
        body.code === undefined
          ? undefined
          : store.promotionCodes.rowsBy("code", body.code.toLowerCase()),
      where: (code) =>
        inRange(code.created, body.created) &&
        (body.active === undefined || code.active === body.active) &&
        (body.coupon === undefined || idOf(code.promotion.coupon) === body.coupon) &&
        (body.customer === undefined || idOf(code.customer) === body.customer),
    }),
);

export const couponEndpoints = [
  create,
  retrieve,
  update,
  remove,
  listAll,
  createCode,
  retrieveCode,
  updateCode,
  listCodes,
];
