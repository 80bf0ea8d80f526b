import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { findOr } from "../find";
import { mergeMetadata } from "../metadata";
import { shippingOf, shippingParams } from "../methods/contact-params";
import { inRange, listPage } from "../lists";
import { metadata, oneOf, pageParams, range, text, unsettable } from "../params";
import { differences } from "../differences";

const find = (call: Call<unknown>) => findOr(call.store.charges, "charge", call.id, "charge");

const retrieve = endpoint("GET /v1/charges/:id", noParams, (call) => find(call));

const updateParams = z.strictObject({
  customer: text().optional(),
  description: unsettable(text()).optional(),
  fraud_details: z
    .strictObject({ user_report: unsettable(oneOf("fraudulent", "safe")) })
    .optional(),
  metadata: metadata().optional(),
  receipt_email: unsettable(text()).optional(),
  shipping: shippingParams.optional(),
  transfer_group: text().optional(),
});

const update = endpoint("POST /v1/charges/:id", updateParams, (call) => {
  const before = find(call);
  const { body } = call;
  const report = body.fraud_details?.user_report;
  const after: Stripe.Charge = {
    ...before,
    customer: body.customer ?? before.customer,
    description: body.description === undefined ? before.description : body.description,
    fraud_details: report ? { user_report: report } : before.fraud_details,
    metadata: mergeMetadata(before.metadata, body.metadata),
    receipt_email: body.receipt_email === undefined ? before.receipt_email : body.receipt_email,
    shipping: body.shipping === undefined ? before.shipping : shippingOf(body.shipping),
    transfer_group: body.transfer_group ?? before.transfer_group,
  };
  call.store.charges.save(after);
  call.emit("charge.updated", after, differences(before, after));
  return after;
});

const listParams = z.strictObject({
  ...pageParams,
  created: range().optional(),
  customer: text().optional(),
  payment_intent: text().optional(),
  transfer_group: text().optional(),
});

const listAll = endpoint("GET /v1/charges", listParams, ({ body, store }) => {
  const { created, customer, payment_intent, transfer_group } = body;
  const { charges } = store;
  const source =
    payment_intent !== undefined
      ? charges.rowsBy("payment_intent", payment_intent)
      : customer !== undefined
        ? charges.rowsBy("customer", customer)
        : transfer_group !== undefined
          ? charges.rowsBy("transfer_group", transfer_group)
          : undefined;
  return listPage(charges, {
    url: "/v1/charges",
    noun: "charge",
    cursor: body,
    source,
    where: (charge) =>
      inRange(charge.created, created) &&
      (customer === undefined || charge.customer === customer) &&
      (transfer_group === undefined || charge.transfer_group === transfer_group),
  });
});

export const chargeEndpoints = [retrieve, update, listAll];
