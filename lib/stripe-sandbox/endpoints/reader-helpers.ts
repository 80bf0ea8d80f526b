import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { findOr } from "../find";
import { idOf } from "../ids";
import { makeMethod } from "../methods/make-method";
import { integer, oneOf, text } from "../params";
import { confirmIntent } from "../payments/confirm";
import { createRefund } from "../payments/refunds";
import type { Scope } from "../scope";
import { attemptSetup } from "../setup/attempt-setup";
import { finish } from "./finish-action";

/** What a test does in place of the shopper at a reader. */
type Action = Stripe.Terminal.Reader.Action;

const find = (call: Call<unknown>) =>
  findOr(call.store.readers, "terminal.reader", call.id, "reader");

const present = endpoint(
  "POST /v1/test_helpers/terminal/readers/:id/present_payment_method",
  z.strictObject({
    amount_tip: integer(0).optional(),
    card: z
      .strictObject({
        cvc: text().optional(),
        exp_month: integer(),
        exp_year: integer(),
        number: text(),
      })
      .optional(),
    card_present: z.strictObject({ number: text().optional() }).optional(),
    interac_present: z.strictObject({ number: text().optional() }).optional(),
    type: oneOf("card", "card_present", "interac_present").optional(),
  }),
  (call) => {
    const reader = find(call);
    const { action } = reader;
    if (action?.status !== "in_progress") {
      throw invalidRequest("The reader is not waiting for a payment method.");
    }
    const { card, card_present, interac_present, type } = call.body;
    const method = makeMethod(
      call,
      type === "interac_present"
        ? { type: "interac_present", interac_present: interac_present ?? {} }
        : {
            type: "card_present",
            card_present: card_present ?? (card === undefined ? {} : { number: card.number }),
          },
      { rawCards: true },
    );
    return finish(call, reader, () => perform(call, action, method, call.body.amount_tip ?? 0));
  },
);

function perform(scope: Scope, action: Action, method: Stripe.PaymentMethod, tip: number): void {
  const { store } = scope;
  const paying = idOf(action.process_payment_intent?.payment_intent);
  const intent = store.paymentIntents.find(
    paying ?? idOf(action.collect_payment_method?.payment_intent) ?? "",
  );
  if (intent !== undefined && paying !== null) {
    const tipped =
      tip === 0
        ? intent
        : { ...intent, amount: intent.amount + tip, amount_details: { tip: { amount: tip } } };
    confirmIntent(scope, tipped, { payment_method: method.id, rawCards: false });
    return;
  }
  if (intent !== undefined) {
    store.paymentIntents.save({
      ...intent,
      payment_method: method.id,
      status: "requires_confirmation",
    });
    return;
  }
  const setup = store.setupIntents.find(idOf(action.process_setup_intent?.setup_intent) ?? "");
  if (setup !== undefined) {
    const ways = {
      returnUrl: null,
      useStripeSdk: false,
      offSession: false,
      errorOnRequiresAction: false,
    };
    attemptSetup(scope, setup, method, ways);
    return;
  }
  const charge = store.charges.find(idOf(action.refund_payment?.charge) ?? "");
  if (charge === undefined) return;
  createRefund(scope, {
    charge,
    amount: action.refund_payment?.amount,
    reason: null,
    metadata: action.refund_payment?.metadata ?? {},
  });
}

const succeedInputs = endpoint(
  "POST /v1/test_helpers/terminal/readers/:id/succeed_input_collection",
  z.strictObject({ skip_non_required_inputs: oneOf("all", "none").optional() }),
  (call) => finish(call, find(call), () => undefined),
);

const timeoutInputs = endpoint(
  "POST /v1/test_helpers/terminal/readers/:id/timeout_input_collection",
  noParams,
  (call) => {
    const reader = find(call);
    if (reader.action === null) throw invalidRequest("The reader is not collecting inputs.");
    const action: Action = {
      ...reader.action,
      status: "failed",
      failure_code: "customer_timeout",
      failure_message: "The customer did not answer in time.",
    };
    const failed = call.store.readers.save({ ...reader, action });
    call.emit("terminal.reader.action_failed", failed);
    return failed;
  },
);

export const readerHelperEndpoints = [present, succeedInputs, timeoutInputs];
