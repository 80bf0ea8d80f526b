import type Stripe from "stripe";
import { z } from "zod";
import { cardFromToken } from "../customers/cards";
import { sourceParam, tokenOf } from "../customers/tokens";
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
  metadata: metadata().optional(),
  on_behalf_of: text().optional(),
  radar_options: z.looseObject({}).optional(),
  receipt_email: text().optional(),
  shipping: shippingParams.optional(),
  source: sourceParam.optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_data: z.strictObject({ destination: text(), amount: integer(0).optional() }).optional(),
  transfer_group: text().optional(),
});

const create = endpoint("POST /v1/charges", createParams, (call) => {
  const { capture = true, source, application_fee, radar_options: _radar, ...terms } = call.body;
  const application_fee_amount = terms.application_fee_amount ?? application_fee;
  const intent = newIntent(call, {
    ...terms,
    ...(application_fee_amount === undefined ? {} : { application_fee_amount }),
  });
  const customer =
    terms.customer === undefined ? undefined : call.store.customers.find(terms.customer);
  return createCharge(
    call,
    intent,
    sourceMethod(call, source === undefined ? undefined : tokenOf(call, source), customer),
    capture,
  );
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
  // A card that belongs to a customer is charged with its customer only.
  const isTaken = customer === undefined && idOf(method?.customer) !== null;
  if ((method === undefined || isTaken) && !/^(src|pm)_/.test(id)) {
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
  transfer_data: z.strictObject({ amount: integer(0).optional() }).optional(),
  transfer_group: text().optional(),
});

const capture = endpoint("POST /v1/charges/:id/capture", captureParams, (call) => {
  const held = findOr(call.store.charges, "charge", call.id, "charge");
  const { body } = call;
  const charge = {
    ...held,
    application_fee_amount:
      body.application_fee_amount ?? body.application_fee ?? held.application_fee_amount,
    receipt_email: body.receipt_email ?? held.receipt_email,
    statement_descriptor: body.statement_descriptor ?? held.statement_descriptor,
    statement_descriptor_suffix:
      body.statement_descriptor_suffix ?? held.statement_descriptor_suffix,
    transfer_group: body.transfer_group ?? held.transfer_group,
  };
  const terms = captureTerms(call, charge, body.transfer_data?.amount);
  return captureCharge(call, charge, terms, body.amount ?? charge.amount);
});

/** Of what was agreed when the charge was made: who gets what of it. */
function captureTerms(
  call: Call<unknown>,
  charge: Stripe.Charge,
  share: number | undefined,
): Stripe.PaymentIntent {
  const { amount, application_fee_amount, currency: code, transfer_data } = charge;
  const destination = idOf(transfer_data?.destination);
  const part = share ?? transfer_data?.amount;
  return newIntent(call, {
    amount,
    currency: code,
    ...(application_fee_amount === null ? {} : { application_fee_amount }),
    ...(destination === null
      ? {}
      : { transfer_data: part == null ? { destination } : { destination, amount: part } }),
  });
}

export const directChargeEndpoints = [create, capture];
