import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { mergeMetadata } from "../metadata";
import { flag, integer, metadata, oneOf, text } from "../params";
import { confirmIntent } from "../payments/confirm";
import { begin, findReader } from "../terminal/begin-action";
import { finish } from "../terminal/finish-action";
import type { Action } from "../terminal/perform";

/**
 * Server-driven readers. An action starts `in_progress` and ends when a card is presented, which a
 * test does with `testHelpers.terminal.readers.presentPaymentMethod`.
 */
const redisplay = oneOf("always", "limited", "unspecified");
const tips = {
  enable_customer_cancellation: flag().optional(),
  skip_tipping: flag().optional(),
  tipping: z.strictObject({ amount_eligible: integer(1).optional() }).optional(),
};
const cancelling = z.strictObject({ enable_customer_cancellation: flag().optional() });

type Tips = { [K in keyof typeof tips]?: z.output<(typeof tips)[K]> | undefined };

/** What a reader was told of tips, without what nobody said. */
function tipsOf({ enable_customer_cancellation, skip_tipping, tipping }: Tips) {
  const eligible = tipping?.amount_eligible;
  return {
    ...(enable_customer_cancellation === undefined ? {} : { enable_customer_cancellation }),
    ...(skip_tipping === undefined ? {} : { skip_tipping }),
    ...(eligible === undefined ? {} : { tipping: { amount_eligible: eligible } }),
  };
}

function presentableIntent(call: Call<unknown>, id: string): Stripe.PaymentIntent {
  const intent = findOr(call.store.paymentIntents, "payment_intent", id, "payment_intent", 400);
  if (
    !intent.payment_method_types.includes("card_present") &&
    !intent.payment_method_types.includes("interac_present")
  ) {
    throw invalidRequest(
      "The PaymentIntent must allow `card_present` to be processed by a reader.",
      { code: "payment_intent_invalid_parameter", param: "payment_intent" },
    );
  }
  if (intent.status === "requires_payment_method" || intent.status === "requires_confirmation")
    return intent;
  throw invalidRequest(
    `The PaymentIntent ${intent.id} cannot be processed: its status is ${intent.status}.`,
    { code: "intent_invalid_state", param: "payment_intent" },
  );
}

const processPayment = endpoint(
  "POST /v1/terminal/readers/:id/process_payment_intent",
  z.strictObject({
    payment_intent: text(),
    process_config: z
      .strictObject({
        ...tips,
        allow_redisplay: redisplay.optional(),
        return_url: text().optional(),
      })
      .optional(),
  }),
  (call) => {
    const { id } = presentableIntent(call, call.body.payment_intent);
    const config = call.body.process_config;
    const url = config?.return_url;
    const process_config =
      config === undefined
        ? undefined
        : { ...tipsOf(config), ...(url === undefined ? {} : { return_url: url }) };
    return begin(call, {
      type: "process_payment_intent",
      process_payment_intent: {
        payment_intent: id,
        ...(process_config === undefined ? {} : { process_config }),
      },
    });
  },
);

const collectMethod = endpoint(
  "POST /v1/terminal/readers/:id/collect_payment_method",
  z.strictObject({
    payment_intent: text(),
    collect_config: z.strictObject({ ...tips, allow_redisplay: redisplay.optional() }).optional(),
  }),
  (call) => {
    const { id } = presentableIntent(call, call.body.payment_intent);
    const config = call.body.collect_config;
    return begin(call, {
      type: "collect_payment_method",
      collect_payment_method: {
        payment_intent: id,
        ...(config === undefined ? {} : { collect_config: tipsOf(config) }),
      },
    });
  },
);

const confirmPayment = endpoint(
  "POST /v1/terminal/readers/:id/confirm_payment_intent",
  z.strictObject({
    payment_intent: text(),
    confirm_config: z.strictObject({ return_url: text().optional() }).optional(),
  }),
  (call) => {
    const intent = presentableIntent(call, call.body.payment_intent);
    if (intent.payment_method === null) {
      throw invalidRequest("No payment method was collected for this PaymentIntent.", {
        code: "payment_intent_unexpected_state",
      });
    }
    const reader = begin(call, {
      type: "confirm_payment_intent",
      confirm_payment_intent: { payment_intent: intent.id },
    });
    return finish(call, reader, () => {
      confirmIntent(call, intent, { rawCards: false });
      return {};
    });
  },
);

const processSetup = endpoint(
  "POST /v1/terminal/readers/:id/process_setup_intent",
  z.strictObject({
    allow_redisplay: redisplay,
    setup_intent: text(),
    process_config: cancelling.optional(),
  }),
  (call) => {
    const { setup_intent } = call.body;
    const found = call.store.setupIntents;
    const { id, status } = findOr(found, "setupintent", setup_intent, "setup_intent", 400);
    if (status !== "requires_payment_method" && status !== "requires_confirmation") {
      throw invalidRequest(`The SetupIntent ${id} cannot be processed: its status is ${status}.`, {
        code: "intent_invalid_state",
        param: "setup_intent",
      });
    }
    return begin(call, {
      type: "process_setup_intent",
      process_setup_intent: { setup_intent: id },
    });
  },
);

const refundPayment = endpoint(
  "POST /v1/terminal/readers/:id/refund_payment",
  z.strictObject({
    amount: integer(1).optional(),
    charge: text().optional(),
    metadata: metadata().optional(),
    payment_intent: text().optional(),
    refund_application_fee: flag().optional(),
    refund_payment_config: cancelling.optional(),
    reverse_transfer: flag().optional(),
  }),
  (call) => {
    const { amount, charge, payment_intent } = call.body;
    const intent = call.store.paymentIntents.find(payment_intent ?? "");
    const id = charge ?? idOf(intent?.latest_charge) ?? "";
    findOr(call.store.charges, "charge", id, "charge", 400);
    const refund_payment: Action["refund_payment"] = {
      ...(amount === undefined ? {} : { amount }),
      charge: id,
      metadata: mergeMetadata({}, call.body.metadata),
      ...(payment_intent === undefined ? {} : { payment_intent }),
    };
    return begin(call, { type: "refund_payment", refund_payment });
  },
);

const cancelAction = endpoint("POST /v1/terminal/readers/:id/cancel_action", noParams, (call) =>
  call.store.readers.save({ ...findReader(call), action: null }),
);

export const readerActionEndpoints = [
  processPayment,
  collectMethod,
  confirmPayment,
  processSetup,
  refundPayment,
  cancelAction,
];
