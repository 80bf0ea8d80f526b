import type Stripe from "stripe";
import { findOr } from "../find";
import { mergeMetadata } from "../metadata";
import { shippingOf } from "../methods/contact-params";
import { isMethodType, offeredTypes } from "../methods/method-table";
import { checkAmount, checkCurrency } from "../money";
import type { Scope } from "../scope";
import { checkFit, chosenMethod } from "./confirm";
import type { UpdateIntent } from "./intent-params";
import { optionsOf } from "./make-intent";

/** What the given fields make of an intent; missing ones stay. Saves nothing. */
export function updatedIntent(
  call: Scope,
  intent: Stripe.PaymentIntent,
  body: UpdateIntent,
): Stripe.PaymentIntent {
  const currency = body.currency ?? intent.currency;
  const amount = body.amount ?? intent.amount;
  if (body.currency !== undefined) checkCurrency(currency);
  if (body.amount !== undefined || body.currency !== undefined) checkAmount(amount, currency);
  if (body.customer !== undefined) {
    findOr(call.store.customers, "customer", body.customer, "customer", 400);
  }
  const capture_method = body.capture_method ?? intent.capture_method;
  const allowed = body.allowed_payment_method_types ?? body.payment_method_types ?? null;
  const after: Stripe.PaymentIntent = {
    ...intent,
    amount,
    currency,
    capture_method,
    application_fee_amount:
      body.application_fee_amount === undefined
        ? intent.application_fee_amount
        : body.application_fee_amount,
    customer: body.customer ?? intent.customer,
    description: body.description === undefined ? intent.description : body.description,
    metadata: mergeMetadata(intent.metadata, body.metadata),
    payment_method_options: optionsOf(body.payment_method_options, intent.payment_method_options),
    receipt_email: body.receipt_email === undefined ? intent.receipt_email : body.receipt_email,
    setup_future_usage:
      body.setup_future_usage === undefined ? intent.setup_future_usage : body.setup_future_usage,
    shipping: body.shipping === undefined ? intent.shipping : shippingOf(body.shipping),
    statement_descriptor:
      body.statement_descriptor === undefined
        ? intent.statement_descriptor
        : body.statement_descriptor,
    statement_descriptor_suffix:
      body.statement_descriptor_suffix === undefined
        ? intent.statement_descriptor_suffix
        : body.statement_descriptor_suffix,
    transfer_group: body.transfer_group ?? intent.transfer_group,
    payment_method_types:
      allowed === null && body.currency === undefined && body.capture_method === undefined
        ? intent.payment_method_types
        : offeredTypes({
            currency,
            manualCapture: capture_method === "manual",
            allowed: allowed?.filter(isMethodType) ?? intent.allowed_payment_method_types,
            excluded: body.excluded_payment_method_types,
            allowRedirects: intent.automatic_payment_methods?.allow_redirects !== "never",
          }),
  };
  if (body.payment_method === null)
    return { ...after, payment_method: null, status: "requires_payment_method" };
  const method = chosenMethod(call, { ...body, rawCards: false }, null);
  if (method === null) return after;
  checkFit(after, method);
  return {
    ...after,
    payment_method: method.id,
    status: "requires_confirmation",
    next_action: null,
  };
}
