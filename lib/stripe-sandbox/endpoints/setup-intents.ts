import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { mergeMetadata } from "../metadata";
import { offeredTypes } from "../methods/method-table";
import { integer, list, oneOf, text } from "../params";
import { chosenMethod } from "../payments/confirm";
import { closeChallenges } from "../payments/close-challenges";
import { refuseRemoved } from "../payments/make-intent";
import { verifySetup } from "../setup/attempt-setup";
import { setupMoved } from "../setup/setup-attempt";
import { checkSetupSecret, confirmSetup } from "../setup/confirm-setup";
import { newSetupIntent } from "../setup/make-setup";
import { confirmSetupParams, createSetupParams, updateSetupParams } from "../setup/setup-params";

const find = (call: Call<unknown>) =>
  findOr(call.store.setupIntents, "setupintent", call.id, "intent");

const create = endpoint("POST /v1/setup_intents", createSetupParams, (call) => {
  const { body } = call;
  refuseRemoved(call.isOldVersion, body);
  if (body.customer !== undefined) {
    findOr(call.store.customers, "customer", body.customer, "customer", 400);
  }
  const automatic =
    body.payment_method_types === undefined && body.automatic_payment_methods?.enabled !== false;
  const allowed = body.payment_method_types ?? body.allowed_payment_method_types;
  const made = newSetupIntent(call, {
    customer: body.customer ?? null,
    description: body.description ?? null,
    metadata: mergeMetadata({}, body.metadata),
    usage: body.usage ?? "off_session",
    verification: body.payment_method_options?.us_bank_account?.verification_method,
    allowed: body.allowed_payment_method_types ?? null,
    excluded: body.excluded_payment_method_types ?? null,
    automatic: automatic
      ? {
          enabled: true,
          allow_redirects: body.automatic_payment_methods?.allow_redirects ?? "always",
        }
      : null,
    types:
      allowed ??
      offeredTypes({
        currency: "usd",
        manualCapture: false,
        excluded: body.excluded_payment_method_types,
        reusable: true,
      }),
  });
  const method = chosenMethod(call, { ...body, rawCards: call.mayTypeCards }, null);
  const intent: Stripe.SetupIntent =
    method === null
      ? made
      : { ...made, payment_method: method.id, status: "requires_confirmation" };
  call.store.setupIntents.save(intent);
  call.emit("setup_intent.created", intent);
  return body.confirm === true ? confirmSetup(call, intent, body) : intent;
});

const shown = (call: Call<unknown>, intent: Stripe.SetupIntent): Stripe.SetupIntent =>
  call.auth.kind === "secret" ? intent : { ...intent, customer: null, metadata: {} };

const retrieve = endpoint(
  "GET /v1/setup_intents/:id",
  z.strictObject({ client_secret: text().optional() }),
  (call) => {
    const intent = find(call);
    if (call.auth.kind === "publishable") checkSetupSecret(intent, call.body.client_secret);
    return shown(call, intent);
  },
  "any",
);

const confirm = endpoint(
  "POST /v1/setup_intents/:id/confirm",
  confirmSetupParams,
  (call) => {
    const intent = find(call);
    if (call.auth.kind === "publishable") checkSetupSecret(intent, call.body.client_secret);
    return shown(call, confirmSetup(call, intent, call.body));
  },
  "any",
);

const update = endpoint("POST /v1/setup_intents/:id", updateSetupParams, (call) => {
  const before = find(call);
  const { body } = call;
  if (before.status === "succeeded" || before.status === "canceled") {
    throw invalidRequest(
      `You cannot update this SetupIntent because it has a status of ${before.status}.`,
      { code: "setup_intent_unexpected_state", setup_intent: before },
    );
  }
  const method = chosenMethod(call, { ...body, rawCards: call.mayTypeCards }, null);
  return call.store.setupIntents.save({
    ...before,
    customer: body.customer ?? before.customer,
    description: body.description === undefined ? before.description : body.description,
    metadata: mergeMetadata(before.metadata ?? {}, body.metadata),
    ...(method === null ? {} : { payment_method: method.id, status: "requires_confirmation" }),
  });
});

const cancel = endpoint(
  "POST /v1/setup_intents/:id/cancel",
  z.strictObject({
    cancellation_reason: oneOf("abandoned", "duplicate", "requested_by_customer").optional(),
  }),
  (call) => {
    const intent = find(call);
    const canceled = call.store.setupIntents.save({
      ...intent,
      status: setupMoved(intent, "cancel"),
      cancellation_reason: call.body.cancellation_reason ?? null,
      next_action: null,
    });
    closeChallenges(call, intent);
    call.emit("setup_intent.canceled", canceled);
    return canceled;
  },
);

const verify = endpoint(
  "POST /v1/setup_intents/:id/verify_microdeposits",
  z.strictObject({
    amounts: list(integer()).optional(),
    descriptor_code: text().optional(),
    client_secret: text().optional(),
  }),
  (call) => {
    const intent = find(call);
    if (call.auth.kind === "publishable") checkSetupSecret(intent, call.body.client_secret);
    return shown(call, verifySetup(call, intent, call.body));
  },
  "any",
);

export const setupIntentEndpoints = [create, retrieve, confirm, update, cancel, verify];
