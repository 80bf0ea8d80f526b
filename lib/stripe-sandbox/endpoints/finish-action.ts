import type Stripe from "stripe";
import { StripeError } from "../errors";
import type { Scope } from "../scope";

/** Ends the action: as it was asked, or as the bank said no. The event says which. */
export function finish(
  scope: Scope,
  reader: Stripe.Terminal.Reader,
  work: () => void,
): Stripe.Terminal.Reader {
  let failure: { code: string; message: string } | null = null;
  try {
    work();
  } catch (error) {
    if (!(error instanceof StripeError && error.keepsEffects)) throw error;
    failure = { code: error.body.code ?? "card_declined", message: error.body.message };
  }
  const { action } = reader;
  if (action === null) return reader;
  const finished = scope.store.readers.save({
    ...reader,
    action: {
      ...action,
      status: failure === null ? "succeeded" : "failed",
      failure_code: failure?.code ?? null,
      failure_message: failure?.message ?? null,
    },
  });
  scope.emit(
    failure === null ? "terminal.reader.action_succeeded" : "terminal.reader.action_failed",
    finished,
  );
  return finished;
}
