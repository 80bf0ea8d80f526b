import type Stripe from "stripe";
import { z } from "zod";
import { differences } from "../differences";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { idOf, newId, randomText } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { currency, flag, integer, metadata, oneOf, pageParams, range, text } from "../params";

const restrictions = z.strictObject({
  first_time_transaction: flag().optional(),
  minimum_amount: integer(1).optional(),
  minimum_amount_currency: currency().optional(),
});

const createParams = z.strictObject({
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

const create = endpoint("POST /v1/promotion_codes", createParams, (call) => {
  const { body, store } = call;
  const wanted = body.promotion?.coupon ?? body.coupon;
  if (wanted === undefined) {
    throw missingParam("promotion");
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

const find = (call: Call<unknown>) =>
  findOr(call.store.promotionCodes, "promotion code", call.id, "promotion_code");

const retrieve = endpoint("GET /v1/promotion_codes/:id", noParams, (call) => find(call));

const update = endpoint(
  "POST /v1/promotion_codes/:id",
  z.strictObject({
    active: flag().optional(),
    metadata: metadata().optional(),
    restrictions: z.looseObject({}).optional(),
  }),
  (call) => {
    const before = find(call);
    const after: Stripe.PromotionCode = call.store.promotionCodes.save({
      ...before,
      active: call.body.active ?? before.active,
      metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
    });
    call.emit("promotion_code.updated", after, differences(before, after));
    return after;
  },
);

const listAll = endpoint(
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

export const promotionCodeEndpoints = [create, retrieve, update, listAll];
