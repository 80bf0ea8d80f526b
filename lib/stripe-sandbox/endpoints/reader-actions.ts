import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { mergeMetadata } from "../metadata";
import { currency, flag, integer, list, metadata, oneOf, text } from "../params";
import { confirmIntent } from "../payments/confirm";
import { finish } from "./finish-action";

/**
 * Server-driven readers. An action starts `in_progress` and ends when a card is presented, which a
 * test does with `testHelpers.terminal.readers.presentPaymentMethod`.
 */
type Action = Stripe.Terminal.Reader.Action;

const find = (call: Call<unknown>) =>
  findOr(call.store.readers, "terminal.reader", call.id, "reader");

function begin(
  call: Call<unknown>,
  action: Omit<Action, "api_error" | "failure_code" | "failure_message" | "status">,
) {
  const reader = find(call);
  if (reader.action?.status === "in_progress" && reader.action.type !== "set_reader_display") {
    throw invalidRequest(
      "Reader is currently busy processing another request. Please try again once the reader has finished.",
      { code: "terminal_reader_busy" },
      409,
    );
  }
  return call.store.readers.save({
    ...reader,
    action: {
      api_error: null,
      failure_code: null,
      failure_message: null,
      status: "in_progress",
      ...action,
    },
  });
}

const loose = () => z.looseObject({}).optional();

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
  z.strictObject({ payment_intent: text(), process_config: loose() }),
  (call) => {
    const { id } = presentableIntent(call, call.body.payment_intent);
    return begin(call, {
      type: "process_payment_intent",
      process_payment_intent: { payment_intent: id },
    });
  },
);

const collectMethod = endpoint(
  "POST /v1/terminal/readers/:id/collect_payment_method",
  z.strictObject({ payment_intent: text(), collect_config: loose() }),
  (call) => {
    const { id } = presentableIntent(call, call.body.payment_intent);
    return begin(call, {
      type: "collect_payment_method",
      collect_payment_method: { payment_intent: id },
    });
  },
);

const confirmPayment = endpoint(
  "POST /v1/terminal/readers/:id/confirm_payment_intent",
  z.strictObject({ payment_intent: text(), confirm_config: loose() }),
  (call) => {
    const intent = presentableIntent(call, call.body.payment_intent);
    const reader = begin(call, {
      type: "confirm_payment_intent",
      confirm_payment_intent: { payment_intent: intent.id },
    });
    if (intent.payment_method === null) {
      throw invalidRequest("No payment method was collected for this PaymentIntent.", {
        code: "payment_intent_unexpected_state",
      });
    }
    return finish(call, reader, () => void confirmIntent(call, intent, { rawCards: false }));
  },
);

const processSetup = endpoint(
  "POST /v1/terminal/readers/:id/process_setup_intent",
  z.strictObject({
    allow_redisplay: oneOf("always", "limited", "unspecified"),
    setup_intent: text(),
    process_config: loose(),
  }),
  (call) => {
    const { id } = findOr(
      call.store.setupIntents,
      "setupintent",
      call.body.setup_intent,
      "setup_intent",
      400,
    );
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
    refund_payment_config: loose(),
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

const cart = z.strictObject({
  currency: currency(),
  line_items: list(
    z.strictObject({ amount: integer(), description: text(), quantity: integer(1) }),
  ),
  tax: integer(0).optional(),
  total: integer(0),
});

const setDisplay = endpoint(
  "POST /v1/terminal/readers/:id/set_reader_display",
  z.strictObject({ cart: cart.optional(), type: oneOf("cart") }),
  (call) => {
    const shown = call.body.cart;
    const reader = begin(call, {
      type: "set_reader_display",
      set_reader_display: {
        type: "cart",
        cart: shown === undefined ? null : { ...shown, tax: shown.tax ?? null },
      },
    });
    return finish(call, reader, () => undefined);
  },
);

const input = z.strictObject({
  custom_text: z.looseObject({ title: text() }),
  required: flag().optional(),
  selection: loose(),
  toggles: list(z.looseObject({})).optional(),
  type: oneOf("email", "numeric", "phone", "selection", "signature", "text"),
});

const collectInputs = endpoint(
  "POST /v1/terminal/readers/:id/collect_inputs",
  z.strictObject({ inputs: list(input, 5), metadata: metadata().optional() }),
  (call) =>
    begin(call, {
      type: "collect_inputs",
      collect_inputs: {
        inputs: call.body.inputs.map(({ custom_text, required, type }) => ({
          custom_text: {
            title: custom_text.title,
            description: null,
            skip_button: null,
            submit_button: null,
          },
          required: required ?? false,
          toggles: null,
          type,
        })),
        metadata: mergeMetadata({}, call.body.metadata),
      },
    }),
);

const cancelAction = endpoint("POST /v1/terminal/readers/:id/cancel_action", noParams, (call) =>
  call.store.readers.save({ ...find(call), action: null }),
);

export const readerActionEndpoints = [
  processPayment,
  collectMethod,
  confirmPayment,
  processSetup,
  refundPayment,
  setDisplay,
  collectInputs,
  cancelAction,
];
