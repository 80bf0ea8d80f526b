import type Stripe from "stripe";
import { cardError, invalidRequest } from "../errors";
import { cardView } from "../customers/cards";
import { idOf } from "../ids";
import { cardByNumber } from "../methods/test-cards";
import { checkAmount } from "../money";
import type { Scope } from "../scope";
import { saveCharge, saveFailedCharge, collect, type Attempt } from "./charges";
import { openDispute } from "./disputes";
import { recordRelease } from "./refunds";
import { authenticationRequired, planFor } from "./plan";

/**
 * The oldest way to pay: `POST /v1/charges` with a token, without an intent. There is no way to
 * authenticate here, so a card that needs it is declined.
 */
export function createCharge(
  scope: Scope,
  terms: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  capture: boolean,
): Stripe.Charge {
  const plan = planFor({
    store: scope.store,
    method,
    offSession: true,
    requestChallenge: false,
    setUp: false,
  });
  const made: Attempt = { intent: terms, method, card: {}, authenticated: false };
  if (plan.is === "paid") {
    const saved = saveCharge(scope, { ...made, card: plan.card }, capture);
    const source = cardView(scope, method);
    const charge = scope.store.charges.save({ ...saved, payment_intent: null, source });
    scope.emit("charge.succeeded", charge);
    if (plan.card.dispute !== undefined) openDispute(scope, charge, plan.card.dispute);
    return charge;
  }
  const decline = plan.is === "declined" ? plan.decline : authenticationRequired;
  const failed = scope.store.charges.save({
    ...saveFailedCharge(scope, made, decline),
    payment_intent: null,
    source: cardView(scope, method),
  });
  scope.emit("charge.failed", failed);
  throw cardError({ ...decline, charge: failed.id });
}

export function captureCharge(
  scope: Scope,
  charge: Stripe.Charge,
  terms: Stripe.PaymentIntent,
  amount: number,
): Stripe.Charge {
  if (charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has already been captured.`, {
      code: "charge_already_captured",
    });
  }
  if (idOf(charge.payment_intent) !== null) {
    throw invalidRequest(
      `This Charge was created by a PaymentIntent: capture ${idOf(charge.payment_intent)} instead.`,
    );
  }
  checkAmount(amount, charge.currency);
  if (amount > charge.amount) {
    throw invalidRequest("Amount to capture is greater than the amount of the charge.", {
      code: "amount_too_large",
      param: "amount",
    });
  }
  const number = scope.store.secrets.find(charge.payment_method ?? "")?.number ?? "";
  const taken = {
    ...charge,
    captured: true,
    amount_captured: amount,
    amount_refunded: charge.amount - amount,
  };
  const captured = collect(scope, taken, terms, cardByNumber(number) ?? {});
  scope.store.charges.save(captured);
  if (amount < charge.amount) recordRelease(scope, captured, charge.amount - amount);
  scope.emit("charge.captured", captured);
  return captured;
}
