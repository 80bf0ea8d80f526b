import type Stripe from "stripe";
import { idOf } from "../ids";
import { confirmIntent } from "../payments/confirm";
import { createRefund } from "../payments/refunds";
import type { Scope } from "../scope";
import { attemptSetup } from "../setup/attempt-setup";

/**
 * What a card that is held to a reader does. Server-driven readers come here when a test presents a
 * card, and the reader inside Terminal.js when its page does.
 */
export type Action = Stripe.Terminal.Reader.Action;
type Done = Partial<Action>;

/** A tip is part of the amount. Trying again with another tip replaces the first one. */
function withTip(intent: Stripe.PaymentIntent, tip: number): Stripe.PaymentIntent {
  const before = intent.amount_details?.tip?.amount ?? 0;
  if (tip === before) return intent;
  const chosen = tip === 0 ? {} : { amount: tip };
  return {
    ...intent,
    amount: intent.amount - before + tip,
    amount_details: { ...intent.amount_details, tip: chosen },
  };
}

export function payPresented(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  tip: number,
): Stripe.PaymentIntent {
  const given = { payment_method: method.id, rawCards: false };
  return confirmIntent(scope, withTip(intent, tip), given);
}

/** Reads a card into the intent, to look at it before the payment is confirmed. */
export function collectPresented(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  tip: number,
): Stripe.PaymentIntent {
  return scope.store.paymentIntents.save({
    ...withTip(intent, tip),
    payment_method: method.id,
    status: "requires_confirmation",
  });
}

export function setUpPresented(
  scope: Scope,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
): Stripe.SetupIntent {
  return attemptSetup(scope, intent, method, {
    returnUrl: null,
    useStripeSdk: false,
    offSession: false,
    errorOnRequiresAction: false,
  });
}

/** Does what a reader's action waits for, and answers what the action then tells about it. */
export function perform(
  scope: Scope,
  action: Action,
  method: Stripe.PaymentMethod,
  tip: number,
): Done {
  if (action.process_payment_intent !== undefined) {
    const { payment_intent, process_config } = action.process_payment_intent;
    const intent = scope.store.paymentIntents.find(idOf(payment_intent) ?? "");
    const chosen = process_config?.skip_tipping === true ? 0 : tip;
    if (intent !== undefined) payPresented(scope, intent, method, chosen);
    return {};
  }
  if (action.collect_payment_method !== undefined) {
    const { payment_intent, collect_config } = action.collect_payment_method;
    const intent = scope.store.paymentIntents.find(idOf(payment_intent) ?? "");
    const chosen = collect_config?.skip_tipping === true ? 0 : tip;
    if (intent !== undefined) collectPresented(scope, intent, method, chosen);
    return {
      collect_payment_method: { ...action.collect_payment_method, payment_method: method },
    };
  }
  if (action.process_setup_intent !== undefined) return setUp(scope, action, method);
  return giveBack(scope, action);
}

function setUp(scope: Scope, action: Action, method: Stripe.PaymentMethod): Done {
  const wanted = action.process_setup_intent;
  const intent = scope.store.setupIntents.find(idOf(wanted?.setup_intent) ?? "");
  if (wanted === undefined || intent === undefined) return {};
  const done = setUpPresented(scope, intent, method);
  const attempt = scope.store.setupAttempts.find(idOf(done.latest_attempt) ?? "");
  const generated = idOf(attempt?.payment_method_details.card_present?.generated_card);
  return {
    process_setup_intent: {
      ...wanted,
      ...(generated === null ? {} : { generated_card: generated }),
    },
  };
}

function giveBack(scope: Scope, action: Action): Done {
  const wanted = action.refund_payment;
  const charge = scope.store.charges.find(idOf(wanted?.charge) ?? "");
  if (wanted === undefined || charge === undefined) return {};
  const { id } = createRefund(scope, {
    charge,
    amount: wanted.amount,
    reason: null,
    metadata: wanted.metadata ?? {},
  });
  return { refund_payment: { ...wanted, refund: id } };
}
