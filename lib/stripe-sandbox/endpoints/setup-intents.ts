import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { inRange, listPage } from "../lists";
import { mergeMetadata } from "../metadata";
import { methodDataParams } from "../methods/method-params";
import { offeredTypes } from "../methods/method-table";
import {
  flag,
  integer,
  list,
  metadata,
  oneOf,
  pageParams,
  range,
  text,
  unsettable,
  url,
} from "../params";
import { chosenMethod } from "../payments/confirm";
import { closeChallenges } from "../payments/close-challenges";
import { refuseRemoved } from "../payments/make-intent";
import { attemptSetup, setupMoved, verifySetup } from "../setup/attempt-setup";
import { newSetupIntent } from "../setup/make-setup";

const bankOptions = z.looseObject({
  us_bank_account: z
    .looseObject({ verification_method: oneOf("automatic", "instant", "microdeposits").optional() })
    .optional(),
});

const common = {
  attach_to_self: flag().optional(),
  payment_method_configuration: text().optional(),
  customer: text().optional(),
  description: unsettable(text()).optional(),
  metadata: metadata().optional(),
  payment_method: unsettable(text()).optional(),
  payment_method_data: methodDataParams.optional(),
  payment_method_options: bankOptions.optional(),
  payment_method_types: list(text()).optional(),
  allowed_payment_method_types: list(text()).optional(),
  excluded_payment_method_types: unsettable(list(text())).optional(),
};

const confirming = {
  mandate_data: unsettable(z.looseObject({})).optional(),
  return_url: url().optional(),
  use_stripe_sdk: flag().optional(),
};

const createParams = z.strictObject({
  ...common,
  ...confirming,
  automatic_payment_methods: z
    .strictObject({ enabled: flag(), allow_redirects: oneOf("always", "never").optional() })
    .optional(),
  confirm: flag().optional(),
  on_behalf_of: text().optional(),
  single_use: z.looseObject({}).optional(),
  usage: oneOf("off_session", "on_session").optional(),
});

const find = (call: Call<unknown>) =>
  findOr(call.store.setupIntents, "setupintent", call.id, "intent");

const create = endpoint("POST /v1/setup_intents", createParams, (call) => {
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
  const method = chosenMethod(call, { ...body, rawCards: false }, null);
  const intent: Stripe.SetupIntent =
    method === null
      ? made
      : { ...made, payment_method: method.id, status: "requires_confirmation" };
  call.store.setupIntents.save(intent);
  call.emit("setup_intent.created", intent);
  return body.confirm === true ? confirmSetup(call, intent, body) : intent;
});

type Confirming = {
  payment_method?: string | null | undefined;
  payment_method_data?: z.output<typeof methodDataParams> | undefined;
  return_url?: string | undefined;
  use_stripe_sdk?: boolean | undefined;
};

function confirmSetup(
  call: Call<unknown>,
  intent: Stripe.SetupIntent,
  given: Confirming,
): Stripe.SetupIntent {
  setupMoved(intent, "confirm");
  const rawCards = call.auth.kind === "publishable";
  const method = chosenMethod(call, { ...given, rawCards }, idOf(intent.payment_method));
  if (method === null) {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      { code: "setup_intent_unexpected_state", setup_intent: intent },
    );
  }
  closeChallenges(call, intent);
  return attemptSetup(call, intent, method, {
    returnUrl: given.return_url ?? null,
    useStripeSdk: given.use_stripe_sdk === true,
    offSession: false,
    errorOnRequiresAction: false,
  });
}

function checkSecret(intent: Stripe.SetupIntent, secret: string | undefined): Stripe.SetupIntent {
  if (secret === undefined) throw missingParam("client_secret");
  if (secret === intent.client_secret) return intent;
  throw invalidRequest(
    "The client_secret provided does not match the client_secret associated with this SetupIntent.",
    { code: "setup_intent_invalid_parameter", param: "client_secret" },
  );
}

const shown = (call: Call<unknown>, intent: Stripe.SetupIntent): Stripe.SetupIntent =>
  call.auth.kind === "secret" ? intent : { ...intent, customer: null, metadata: {} };

const retrieve = endpoint(
  "GET /v1/setup_intents/:id",
  z.strictObject({ client_secret: text().optional() }),
  (call) => {
    const intent = find(call);
    if (call.auth.kind === "publishable") checkSecret(intent, call.body.client_secret);
    return shown(call, intent);
  },
  "any",
);

const confirm = endpoint(
  "POST /v1/setup_intents/:id/confirm",
  z.strictObject({
    ...confirming,
    allowed_payment_method_types: list(text()).optional(),
    client_secret: text().optional(),
    confirmation_token: text().optional(),
    payment_method: text().optional(),
    payment_method_data: methodDataParams.optional(),
    payment_method_options: z.looseObject({}).optional(),
  }),
  (call) => {
    const intent = find(call);
    if (call.auth.kind === "publishable") checkSecret(intent, call.body.client_secret);
    return shown(call, confirmSetup(call, intent, call.body));
  },
  "any",
);

const update = endpoint("POST /v1/setup_intents/:id", z.strictObject(common), (call) => {
  const before = find(call);
  const { body } = call;
  if (before.status === "succeeded" || before.status === "canceled") {
    throw invalidRequest(
      `You cannot update this SetupIntent because it has a status of ${before.status}.`,
      { code: "setup_intent_unexpected_state", setup_intent: before },
    );
  }
  const method = chosenMethod(call, { ...body, rawCards: false }, null);
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

const listParams = z.strictObject({
  ...pageParams,
  attach_to_self: flag().optional(),
  created: range().optional(),
  customer: text().optional(),
  payment_method: text().optional(),
});

const listAll = endpoint("GET /v1/setup_intents", listParams, ({ body, store }) =>
  listPage(store.setupIntents, {
    url: "/v1/setup_intents",
    noun: "setupintent",
    cursor: body,
    source:
      body.customer === undefined
        ? undefined
        : store.setupIntents.rowsBy("customer", body.customer),
    where: (intent) =>
      inRange(intent.created, body.created) &&
      (body.payment_method === undefined || intent.payment_method === body.payment_method),
  }),
);

const attempts = endpoint(
  "GET /v1/setup_attempts",
  z.strictObject({ ...pageParams, created: range().optional(), setup_intent: text() }),
  ({ body, store }) =>
    listPage(store.setupAttempts, {
      url: "/v1/setup_attempts",
      noun: "setup_attempt",
      cursor: body,
      source: store.setupAttempts.rowsBy("setup_intent", body.setup_intent),
      where: (attempt) => inRange(attempt.created, body.created),
    }),
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
    if (call.auth.kind === "publishable") checkSecret(intent, call.body.client_secret);
    return shown(call, verifySetup(call, intent, call.body));
  },
  "any",
);

export const setupIntentEndpoints = [
  create,
  retrieve,
  confirm,
  update,
  cancel,
  verify,
  listAll,
  attempts,
];
