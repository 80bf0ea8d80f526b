import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { attachMethod } from "../methods/attach";
import { consume, refuseConsumed } from "../methods/consumed";
import { billingOf, billingParams } from "../methods/contact-params";
import { makeMethod, resolveMethod } from "../methods/make-method";
import { methodData } from "../methods/method-params";
import { refuseBadCard } from "../methods/refuse-bad-card";
import { integer, metadata, oneOf, pageParams, text } from "../params";
import { differences } from "../differences";

const find = (call: Call<unknown>) =>
  findOr(call.store.paymentMethods, "PaymentMethod", call.id, "payment_method");

const createParams = z.strictObject({
  ...methodData,
  type: methodData.type.optional(),
  customer: text().optional(),
  payment_method: text().optional(),
  guid: text().optional(),
  muid: text().optional(),
  sid: text().optional(),
  payment_user_agent: text().optional(),
  time_on_page: text().optional(),
});

const create = endpoint(
  "POST /v1/payment_methods",
  createParams,
  (call) => {
    const { customer, payment_method, type, ...data } = call.body;
    if (payment_method !== undefined) return cloneMethod(call, payment_method);
    if (type === undefined) throw missingParam("type");
    const rawCards = call.mayTypeCards;
    const method = makeMethod(call, { ...data, type }, { rawCards });
    return customer === undefined ? method : attachMethod(call, method, customer);
  },
  "any",
);

/** A platform's method, copied to the connected account that charges it. */
function cloneMethod(call: Call<unknown>, id: string) {
  const platform = call.in(call.world.platformAccount);
  const original = resolveMethod(platform, id);
  const secret = platform.store.secrets.find(original.id);
  const method = resolveMethod(call, "pm_card_visa");
  if (secret !== undefined) call.store.secrets.save({ ...secret, id: method.id });
  return call.store.paymentMethods.save({
    ...original,
    id: method.id,
    customer: null,
    created: call.now,
  });
}

const retrieve = endpoint("GET /v1/payment_methods/:id", noParams, (call) => find(call));

const updateParams = z.strictObject({
  allow_redisplay: oneOf("always", "limited", "unspecified").optional(),
  billing_details: billingParams.optional(),
  card: z
    .strictObject({
      exp_month: integer(1, 12).optional(),
      exp_year: integer().optional(),
      networks: z.strictObject({ preferred: text().optional() }).optional(),
    })
    .optional(),
  metadata: metadata().optional(),
});

const update = endpoint("POST /v1/payment_methods/:id", updateParams, (call) => {
  const before = find(call);
  const { allow_redisplay, billing_details, card } = call.body;
  if (before.customer === null) {
    throw invalidRequest(
      "You must save this PaymentMethod to a customer before you can update it.",
      { code: "payment_method_unexpected_state" },
    );
  }
  const after = call.store.paymentMethods.save({
    ...before,
    allow_redisplay: allow_redisplay ?? before.allow_redisplay,
    billing_details: billingOf(billing_details, before.billing_details),
    metadata: mergeMetadata(before.metadata ?? {}, call.body.metadata),
    ...(before.card === undefined || card === undefined
      ? {}
      : {
          card: {
            ...before.card,
            exp_month: card.exp_month ?? before.card.exp_month,
            exp_year: card.exp_year ?? before.card.exp_year,
          },
        }),
  });
  call.emit("payment_method.updated", after, differences(before, after));
  return after;
});

const attach = endpoint(
  "POST /v1/payment_methods/:id/attach",
  z.strictObject({ customer: text() }),
  (call) => {
    const method = resolveMethod(call, call.id);
    const customer = findOr(call.store.customers, "customer", call.body.customer, "customer", 400);
    const owner = idOf(method.customer);
    if (owner === customer.id) return method;
    if (owner !== null) {
      throw invalidRequest(
        "The payment method you provided has already been attached to a customer.",
        { code: "payment_method_unexpected_state" },
      );
    }
    if (method.type === "card_present") {
      throw invalidRequest("PaymentMethods of type 'card_present' cannot be saved to customers.");
    }
    refuseConsumed(call, method, "attach");
    refuseBadCard(call, method.id);
    return attachMethod(call, method, customer.id);
  },
);

const detach = endpoint("POST /v1/payment_methods/:id/detach", noParams, (call) => {
  const method = find(call);
  const customer = idOf(method.customer);
  if (customer === null) {
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
      { code: "payment_method_unexpected_state" },
    );
  }
  const detached = call.store.paymentMethods.save({ ...method, customer: null });
  consume(call, method.id);
  forgetDefault(call, customer, method.id);
  call.emit("payment_method.detached", detached, { customer });
  return detached;
});

function forgetDefault(call: Call<unknown>, customerId: string, method: string): void {
  const customer = call.store.customers.find(customerId);
  if (idOf(customer?.invoice_settings.default_payment_method) !== method) return;
  if (customer === undefined) return;
  const invoice_settings = { ...customer.invoice_settings, default_payment_method: null };
  call.store.customers.save({ ...customer, invoice_settings });
}

const listParams = z.strictObject({
  ...pageParams,
  customer: text().optional(),
  type: text().optional(),
  allow_redisplay: oneOf("always", "limited", "unspecified").optional(),
});

const listAll = endpoint("GET /v1/payment_methods", listParams, ({ body, store }) => {
  const { customer, type, allow_redisplay } = body;
  if (customer !== undefined) findOr(store.customers, "customer", customer, "customer", 400);
  return listPage(store.paymentMethods, {
    url: "/v1/payment_methods",
    noun: "payment_method",
    cursor: body,
    source: customer === undefined ? undefined : store.paymentMethods.rowsBy("customer", customer),
    where: (method) =>
      (customer !== undefined || method.customer !== null) &&
      (type === undefined || method.type === type) &&
      (allow_redisplay === undefined || method.allow_redisplay === allow_redisplay),
  });
});

export const paymentMethodEndpoints = [create, retrieve, update, attach, detach, listAll];
