import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, noParams, type Call } from "../endpoint";
import { invalidRequest } from "../errors";
import { makeMethod } from "../methods/make-method";
import { integer, oneOf, text } from "../params";
import { findReader } from "../terminal/begin-action";
import { finish, giveUp } from "../terminal/finish-action";
import { answered } from "../terminal/inputs";
import { perform, type Action } from "../terminal/perform";

/** What a test does in place of the shopper at a reader. */
const waiting: readonly string[] = [
  "process_payment_intent",
  "collect_payment_method",
  "process_setup_intent",
  "refund_payment",
] satisfies Action["type"][];

const read = z.strictObject({ number: text().optional() });

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
    card_present: read.optional(),
    interac_present: read.optional(),
    type: oneOf("card", "card_present", "interac_present").optional(),
  }),
  (call) => {
    const reader = findReader(call);
    const { action } = reader;
    if (action?.status !== "in_progress" || !waiting.includes(action.type)) {
      throw invalidRequest("The reader is not waiting for a payment method.");
    }
    const does = call.world.faults.forReader("present_payment_method")?.kind;
    if (does === "canceled") return giveUp(call, reader, action, canceled);
    const { card, card_present, interac_present, type } = call.body;
    const typed = card === undefined ? {} : { number: card.number };
    const read = makeMethod(
      call,
      type === "interac_present"
        ? { type, interac_present: interac_present ?? {} }
        : { type: "card_present", card_present: card_present ?? typed },
      { rawCards: true },
    );
    const method = does === "wallet" ? ofPhone(call, read) : read;
    return finish(call, reader, () => perform(call, action, method, call.body.amount_tip ?? 0));
  },
);

const canceled = { code: "customer_canceled", message: "The customer canceled on the reader." };

/** It was a phone: what it gives is a card for this payment alone. */
function ofPhone(call: Call<unknown>, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const { card_present } = method;
  if (card_present === undefined) return method;
  const wallet = { type: "apple_pay" } as const;
  return call.store.paymentMethods.save({ ...method, card_present: { ...card_present, wallet } });
}

const succeedInputs = endpoint(
  "POST /v1/test_helpers/terminal/readers/:id/succeed_input_collection",
  z.strictObject({ skip_non_required_inputs: oneOf("all", "none").optional() }),
  (call) => {
    const reader = findReader(call);
    const asked = askedInputs(reader.action);
    const skip = call.body.skip_non_required_inputs ?? "none";
    return finish(call, reader, () => ({
      collect_inputs: { ...asked, inputs: asked.inputs.map((input) => answered(input, skip)) },
    }));
  },
);

function askedInputs(action: Action | null) {
  const asked = action?.collect_inputs;
  if (action?.status === "in_progress" && asked !== undefined) return asked;
  throw invalidRequest("The reader is not collecting inputs.");
}

const timeoutInputs = endpoint(
  "POST /v1/test_helpers/terminal/readers/:id/timeout_input_collection",
  noParams,
  (call) => {
    const reader = findReader(call);
    askedInputs(reader.action);
    if (reader.action === null) return reader;
    return giveUp(call, reader, reader.action, {
      code: "customer_timeout",
      message: "The customer did not answer in time.",
    });
  },
);

export const readerHelperEndpoints = [present, succeedInputs, timeoutInputs];
