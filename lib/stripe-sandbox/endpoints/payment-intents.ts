import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest, StripeError } from "../errors";
import { findOr } from "../find";
import { inRange, listPage } from "../lists";
import { flag, integer, list, metadata, oneOf, pageParams, range, text } from "../params";
import { cancelIntent } from "../payments/cancel";
import { captureIntent, captureTerms } from "../payments/capture";
import { checkFit, chosenMethod, confirmIntent } from "../payments/confirm";
import { incrementIntent } from "../payments/increment";
import {
  confirmIntentParams,
  createIntentParams,
  updateIntentParams,
} from "../payments/intent-params";
import { newIntent, refuseRemoved } from "../payments/make-intent";
import { moved } from "../payments/moved";
import { needReturnUrl } from "../payments/return-url";
import { checkSecret, publicError, publicIntent } from "../payments/public-intent";
import { updatedIntent } from "../payments/update-intent";
import { verifyIntent } from "../payments/verify-intent";

const find = (call: Call<unknown>) =>
  findOr(call.store.paymentIntents, "payment_intent", call.id, "intent");

const create = endpoint("POST /v1/payment_intents", createIntentParams, (call) => {
  const { body } = call;
  refuseRemoved(call.isOldVersion, body);
  for (const param of [
    "off_session",
    "error_on_requires_action",
    "return_url",
    "mandate",
  ] as const) {
    if (body.confirm !== true && body[param] !== undefined && body[param] !== false) {
      throw invalidRequest(
        `The parameter \`${param}\` cannot be passed when creating a PaymentIntent unless \`confirm\` is set to true.`,
        { param },
      );
    }
  }
  const made = newIntent(call, body);
  const method = chosenMethod(call, { ...body, rawCards: call.mayTypeCards }, null);
  const intent: Stripe.PaymentIntent =
    method === null
      ? made
      : { ...made, payment_method: method.id, status: "requires_confirmation" };
  if (method !== null) checkFit(intent, method);
  call.store.paymentIntents.save(intent);
  call.emit("payment_intent.created", intent);
  if (body.confirm !== true) return intent;
  if (method !== null) needReturnUrl(call, intent);
  const { payment_method: _given, payment_method_data: _made, ...rest } = body;
  return confirmIntent(call, intent, { ...rest, rawCards: call.mayTypeCards });
});

const retrieve = endpoint(
  "GET /v1/payment_intents/:id",
  z.strictObject({ client_secret: text().optional() }),
  (call) => {
    const intent = find(call);
    if (call.auth.kind === "secret") return intent;
    return publicIntent(checkSecret(intent, call.body.client_secret));
  },
  "any",
);

const update = endpoint("POST /v1/payment_intents/:id", updateIntentParams, (call) => {
  refuseRemoved(call.isOldVersion, call.body);
  const before = find(call);
  const updatable = ["requires_payment_method", "requires_confirmation", "requires_action"];
  const money = call.body.amount !== undefined || call.body.currency !== undefined;
  if (!updatable.includes(before.status) && (money || call.body.payment_method !== undefined)) {
    throw invalidRequest(
      `This PaymentIntent's ${money ? "amount" : "payment_method"} could not be updated because it has a status of ${before.status}. You may only update the ${money ? "amount" : "payment_method"} of a PaymentIntent with one of the following statuses: ${updatable.join(", ")}.`,
      { code: "payment_intent_unexpected_state", payment_intent: before },
    );
  }
  return call.store.paymentIntents.save(updatedIntent(call, before, call.body));
});

const confirm = endpoint(
  "POST /v1/payment_intents/:id/confirm",
  confirmIntentParams,
  (call) => {
    const intent = find(call);
    const isPublic = call.auth.kind === "publishable";
    if (isPublic) checkSecret(intent, call.body.client_secret);
    moved(intent, "confirm");
    needReturnUrl(call, intent);
    try {
      const confirmed = confirmIntent(call, intent, { ...call.body, rawCards: call.mayTypeCards });
      return isPublic ? publicIntent(confirmed) : confirmed;
    } catch (error) {
      throw isPublic && error instanceof StripeError ? publicError(error) : error;
    }
  },
  "any",
);

const captureParams = z.strictObject({
  amount_to_capture: integer(1).optional(),
  amount_details: z.looseObject({}).optional(),
  application_fee_amount: integer(0).optional(),
  payment_details: z.looseObject({}).optional(),
  final_capture: flag().optional(),
  metadata: metadata().optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
  transfer_data: z.strictObject({ amount: integer(0).optional() }).optional(),
});

const capture = endpoint("POST /v1/payment_intents/:id/capture", captureParams, (call) => {
  const intent = find(call);
  const { amount_to_capture: amount, application_fee_amount: applicationFee } = call.body;
  const isFinal = call.body.final_capture !== false;
  return captureIntent(call, captureTerms(intent, call.body), { amount, isFinal, applicationFee });
});

const cancelParams = z.strictObject({
  cancellation_reason: oneOf(
    "abandoned",
    "duplicate",
    "fraudulent",
    "requested_by_customer",
  ).optional(),
});

const cancel = endpoint("POST /v1/payment_intents/:id/cancel", cancelParams, (call) =>
  cancelIntent(call, find(call), call.body.cancellation_reason ?? null),
);

const incrementParams = z.strictObject({
  amount: integer(1),
  amount_details: z.looseObject({}).optional(),
  payment_details: z.looseObject({}).optional(),
  application_fee_amount: integer(0).optional(),
  description: text(1000).optional(),
  metadata: metadata().optional(),
  statement_descriptor: text(22).optional(),
  transfer_data: z.strictObject({ amount: integer(0).optional() }).optional(),
});

const increment = endpoint(
  "POST /v1/payment_intents/:id/increment_authorization",
  incrementParams,
  (call) => incrementIntent(call, find(call), call.body),
);

const verify = endpoint(
  "POST /v1/payment_intents/:id/verify_microdeposits",
  z.strictObject({
    amounts: list(integer()).optional(),
    descriptor_code: text().optional(),
    client_secret: text().optional(),
  }),
  (call) => {
    const isPublic = call.auth.kind === "publishable";
    const intent = isPublic ? checkSecret(find(call), call.body.client_secret) : find(call);
    const verified = verifyIntent(call, intent, call.body);
    return isPublic ? publicIntent(verified) : verified;
  },
  "any",
);

const listParams = z.strictObject({
  ...pageParams,
  created: range().optional(),
  customer: text().optional(),
});

const listAll = endpoint("GET /v1/payment_intents", listParams, ({ body, store }) => {
  const { created, customer } = body;
  return listPage(store.paymentIntents, {
    url: "/v1/payment_intents",
    noun: "payment_intent",
    cursor: body,
    source: customer === undefined ? undefined : store.paymentIntents.rowsBy("customer", customer),
    where: (intent) => inRange(intent.created, created),
  });
});

export const paymentIntentEndpoints = [
  create,
  retrieve,
  update,
  confirm,
  capture,
  cancel,
  increment,
  verify,
  listAll,
];
