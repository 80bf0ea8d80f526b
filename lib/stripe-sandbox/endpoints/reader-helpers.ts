import { z } from "zod";
import { endpoint, noParams } from "../endpoint";
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
    const { card, card_present, interac_present, type } = call.body;
    const typed = card === undefined ? {} : { number: card.number };
    const method = makeMethod(
      call,
      type === "interac_present"
        ? { type, interac_present: interac_present ?? {} }
        : { type: "card_present", card_present: card_present ?? typed },
      { rawCards: true },
    );
    return finish(call, reader, () => perform(call, action, method, call.body.amount_tip ?? 0));
  },
);

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
