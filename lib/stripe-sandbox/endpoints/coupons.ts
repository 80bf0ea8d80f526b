import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { randomText } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import {
  currency,
  decimal,
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
  checkTerms(body);
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

function checkTerms(body: z.output<typeof createParams>): void {
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
  if (body.duration === "repeating" && body.duration_in_months === undefined) {
    throw missingParam("duration_in_months");
  }
}

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

export const couponEndpoints = [create, retrieve, update, remove, listAll];
