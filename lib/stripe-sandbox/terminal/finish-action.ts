import type Stripe from "stripe";
import { StripeError } from "../errors";
import type { Scope } from "../scope";
import type { Action } from "./perform";

/** Ends the action: as it was asked, or as the bank said no. The event says which. */
export function finish(
  scope: Scope,
  reader: Stripe.Terminal.Reader,
  work: () => Partial<Action>,
): Stripe.Terminal.Reader {
  const { action } = reader;
  if (action === null) return reader;
  try {
    return end(scope, reader, { ...action, ...work(), status: "succeeded" });
  } catch (error) {
    if (!(error instanceof StripeError && error.keepsEffects)) throw error;
    return end(scope, reader, { ...action, ...refusal(error), status: "failed" });
  }
}

/** Ends the action because nothing came: nobody presented a card, or typed an answer. */
export function giveUp(
  scope: Scope,
  reader: Stripe.Terminal.Reader,
  action: Action,
  why: { code: string; message: string },
): Stripe.Terminal.Reader {
  const failed = { failure_code: why.code, failure_message: why.message, status: "failed" };
  return end(scope, reader, { ...action, ...failed });
}

function end(scope: Scope, reader: Stripe.Terminal.Reader, action: Action): Stripe.Terminal.Reader {
  const finished = scope.store.readers.save({ ...reader, action });
  const failed = action.status === "failed";
  scope.emit(
    failed ? "terminal.reader.action_failed" : "terminal.reader.action_succeeded",
    finished,
  );
  return finished;
}

function refusal({ body }: StripeError): Partial<Action> {
  const { type, code, decline_code, charge, doc_url, message, payment_intent, setup_intent } = body;
  return {
    failure_code: code ?? "card_declined",
    failure_message: message,
    api_error: {
      type,
      message,
      ...(code === undefined ? {} : { code }),
      ...(decline_code === undefined ? {} : { decline_code }),
      ...(charge === undefined ? {} : { charge }),
      ...(doc_url === undefined ? {} : { doc_url }),
      ...(payment_intent === undefined ? {} : { payment_intent }),
      ...(setup_intent === undefined ? {} : { setup_intent }),
    },
  };
}
