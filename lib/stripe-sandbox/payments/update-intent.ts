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
  const after: Stripe.PaymentIntent = {
    ...intent,
    amount,
    currency,
    capture_method,
    application_fee_amount: or(body.application_fee_amount, intent.application_fee_amount),
    customer: body.customer ?? intent.customer,
    description: or(body.description, intent.description),
    metadata: mergeMetadata(intent.metadata, body.metadata),
    payment_method_options: optionsOf(body.payment_method_options, intent.payment_method_options),
    receipt_email: or(body.receipt_email, intent.receipt_email),
    setup_future_usage: or(body.setup_future_usage, intent.setup_future_usage),
    shipping: body.shipping === undefined ? intent.shipping : shippingOf(body.shipping),
    statement_descriptor: or(body.statement_descriptor, intent.statement_descriptor),
    statement_descriptor_suffix: or(
      body.statement_descriptor_suffix,
      intent.statement_descriptor_suffix,
    ),
    transfer_group: body.transfer_group ?? intent.transfer_group,
    payment_method_types: typesAfter(intent, body),
  };
  if (body.payment_method === null)
    return { ...after, payment_method: null, status: "requires_payment_method" };
  const method = chosenMethod(call, { ...body, rawCards: call.world.settings.rawCards }, null);
  if (method === null) return after;
  checkFit(after, method);
  return {
    ...after,
    payment_method: method.id,
    status: "requires_confirmation",
    next_action: null,
  };
}

/** Left out keeps what was there; null unsets it. */
function or<T>(given: T | undefined, before: T): T {
  return given === undefined ? before : given;
}

/** Currency and capture decide, with what is allowed, which methods an intent can be paid by. */
function typesAfter(intent: Stripe.PaymentIntent, body: UpdateIntent): string[] {
  const { capture_method, currency } = body;
  const allowed = body.allowed_payment_method_types ?? body.payment_method_types;
  if (allowed === undefined && currency === undefined && capture_method === undefined) {
    return intent.payment_method_types;
  }
  return offeredTypes({
    currency: currency ?? intent.currency,
    manualCapture: (capture_method ?? intent.capture_method) === "manual",
    allowed: allowed?.filter(isMethodType) ?? intent.allowed_payment_method_types,
    excluded: body.excluded_payment_method_types,
    allowRedirects: intent.automatic_payment_methods?.allow_redirects !== "never",
  });
}
