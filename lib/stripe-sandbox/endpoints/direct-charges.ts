import type Stripe from "stripe";
import { z } from "zod";
import { cardFromToken } from "../customers/cards";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest, missingResource } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { shippingParams } from "../methods/contact-params";
import { resolveMethod } from "../methods/make-method";
import { currency, flag, integer, metadata, text, unsettable } from "../params";
import { captureCharge, createCharge } from "../payments/direct-charge";
import { newIntent } from "../payments/make-intent";

const createParams = z.strictObject({
  amount: integer(0),
  application_fee: integer(0).optional(),
  application_fee_amount: integer(0).optional(),
  capture: flag().optional(),
  currency: currency(),
  customer: text().optional(),
  description: unsettable(text(1000)).optional(),
  destination: z.unknown().optional(),
  metadata: metadata().optional(),
  on_behalf_of: text().optional(),
  radar_options: z.looseObject({}).optional(),
  receipt_email: text().optional(),
  shipping: shippingParams.optional(),
  source: text().optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_data: z.strictObject({ destination: text(), amount: integer(0).optional() }).optional(),
  transfer_group: text().optional(),
});

const create = endpoint("POST /v1/charges", createParams, (call) => {
  const {
    capture = true,
    source,
    destination: _old,
    application_fee: _fee,
    radar_options: _radar,
    ...terms
  } = call.body;
  const intent = newIntent(call, terms);
  const customer =
    terms.customer === undefined ? undefined : call.store.customers.find(terms.customer);
  return createCharge(call, intent, sourceMethod(call, source, customer), capture);
});

/** A token, a saved method, or what the customer pays with. */
function sourceMethod(
  call: Call<unknown>,
  source: string | undefined,
  customer: Stripe.Customer | undefined,
): Stripe.PaymentMethod {
  if (source?.startsWith("tok_") === true) return cardFromToken(call, source);
  const id =
    source ??
    idOf(customer?.default_source) ??
    idOf(customer?.invoice_settings.default_payment_method);
  if (id !== null) return savedMethod(call, id, customer);
  if (customer === undefined) {
    throw invalidRequest("Must provide source or customer.", { code: "parameter_missing" });
  }
  throw invalidRequest("Cannot charge a customer that has no active card", {
    code: "missing",
    param: "card",
  });
}

function savedMethod(
  call: Call<unknown>,
  id: string,
  customer: Stripe.Customer | undefined,
): Stripe.PaymentMethod {
  const method = call.store.paymentMethods.find(id);
  if (customer !== undefined && idOf(method?.customer) !== customer.id && !id.startsWith("src_")) {
    throw invalidRequest(
      `Customer ${customer.id} does not have a linked source with ID ${id}.`,
      { code: "missing", param: "source" },
      404,
    );
  }
  if (method === undefined && !/^(src|pm)_/.test(id)) {
    throw missingResource("token", id, "source", 400);
  }
  if (method?.type === "us_bank_account") {
    throw invalidRequest(
      "The sandbox charges bank accounts with PaymentIntents only: confirm one with this payment method.",
      { code: "sandbox_unsupported", param: "source" },
    );
  }
  return method ?? resolveMethod(call, id, "source");
}

const captureParams = z.strictObject({
  amount: integer(1).optional(),
  application_fee: integer(0).optional(),
  application_fee_amount: integer(0).optional(),
  receipt_email: text().optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_data: z.looseObject({}).optional(),
  transfer_group: text().optional(),
});

const capture = endpoint("POST /v1/charges/:id/capture", captureParams, (call) => {
  const charge = findOr(call.store.charges, "charge", call.id, "charge");
  const { amount, currency: code } = charge;
  const terms = newIntent(call, { amount, currency: code });
  return captureCharge(call, charge, terms, call.body.amount ?? charge.amount);
});

export const directChargeEndpoints = [create, capture];
