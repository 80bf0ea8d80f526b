import type Stripe from "stripe";
import { idOf } from "../ids";
import { newIntent, optionsOf } from "../payments/make-intent";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import { totalsOf } from "./totals";

/** The session's intent: made at the first confirmation, brought up to date at the next ones. */
export function intentOf(
  scope: Scope,
  session: Stripe.Checkout.Session,
  state: SessionState,
  save: boolean,
): Stripe.PaymentIntent {
  const { intentData } = state;
  const amount = totalsOf(scope, state).amounts.amount_total ?? 0;
  const known = scope.store.paymentIntents.find(idOf(session.payment_intent) ?? "");
  const setup_future_usage = intentData.setup_future_usage ?? (save ? "on_session" : null);
  const shipping = intentData.shipping ?? shippingFrom(session);
  if (known !== undefined) {
    const customer = idOf(session.customer);
    return scope.store.paymentIntents.save({
      ...known,
      amount,
      customer,
      setup_future_usage,
      shipping,
    });
  }
  const { capture_method, transfer_data, shipping: _shipping, ...rest } = intentData;
  const intent = newIntent(scope, {
    ...nonNull(rest),
    amount,
    currency: session.currency ?? "usd",
    metadata: intentData.metadata,
    ...(capture_method === null ? {} : { capture_method }),
    ...(transfer_data === null ? {} : { transfer_data }),
    ...(typeof session.customer === "string" ? { customer: session.customer } : {}),
  });
  const made = scope.store.paymentIntents.save({
    ...intent,
    setup_future_usage,
    shipping,
    payment_method_types: session.payment_method_types,
    payment_method_options: sessionOptions(session),
    receipt_email: intent.receipt_email,
  });
  scope.store.sessions.save({ ...session, payment_intent: made.id });
  scope.emit("payment_intent.created", made);
  return made;
}

function sessionOptions(
  session: Stripe.Checkout.Session,
): Stripe.PaymentIntent.PaymentMethodOptions {
  const base = optionsOf(undefined, null);
  const asked = session.payment_method_options?.card?.request_three_d_secure;
  if (base.card === undefined || asked === undefined) return base;
  return { card: { ...base.card, request_three_d_secure: asked } };
}

function shippingFrom(session: Stripe.Checkout.Session): Stripe.PaymentIntent.Shipping | null {
  const details = session.collected_information?.shipping_details;
  if (details === null || details === undefined) return null;
  const phone = session.customer_details?.phone ?? null;
  return {
    address: details.address,
    carrier: null,
    name: details.name,
    phone,
    tracking_number: null,
  };
}

type Kept<T> = { [K in keyof T]?: Exclude<T[K], null> };

function nonNull<T extends object>(value: T): Kept<T> {
  const kept: Kept<T> = {};
  for (const key in value) {
    const part = value[key];
    if (isPresent(part)) kept[key] = part;
  }
  return kept;
}

const isPresent = <T>(value: T): value is Exclude<T, null> => value !== null;
