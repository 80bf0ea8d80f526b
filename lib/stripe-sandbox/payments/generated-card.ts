import type Stripe from "stripe";
import { saveCardMethod } from "../methods/make-card";
import { cardByNumber } from "../methods/test-cards";
import type { Scope } from "../scope";
import type { Attempt } from "./charges";

/**
 * A card that was read by a terminal can be charged once. For later payments without the card, a
 * payment method of type `card` is generated from it, which may be attached to a customer.
 */
export function withGeneratedCard(
  scope: Scope,
  { method }: Attempt,
  charge: Stripe.Charge,
): Stripe.Charge["payment_method_details"] {
  const details = charge.payment_method_details;
  const present = details?.card_present;
  if (details === null || present === undefined) return details;
  const generated_card = generateCard(scope, method, { charge: charge.id, details: present });
  return { ...details, card_present: { ...present, generated_card } };
}

type Source = {
  charge: string | null;
  details: Stripe.Charge.PaymentMethodDetails.CardPresent | null;
};

/** Answers the id of the generated card. */
export function generateCard(
  scope: Scope,
  method: Stripe.PaymentMethod,
  { charge, details }: Source,
): string | null {
  const number = scope.store.secrets.find(method.id)?.number ?? "";
  const card = cardByNumber(number);
  const present = method.card_present;
  // A phone or watch gives a number that is good for this one payment.
  if (card === null || present === undefined || present.wallet) return null;
  const { exp_month, exp_year } = present;
  const made = saveCardMethod(
    scope,
    { card, exp_month, exp_year, cvc: null },
    {
      billing_details: method.billing_details,
      metadata: {},
      allow_redisplay: method.allow_redisplay ?? "unspecified",
    },
  );
  const secret = scope.store.secrets.find(made.id);
  if (secret !== undefined) scope.store.secrets.save({ ...secret, setUp: true });
  if (made.card === undefined) return made.id;
  const generated_from: Stripe.PaymentMethod.Card.GeneratedFrom = {
    charge,
    payment_method_details:
      details === null ? null : { type: "card_present", card_present: details },
    setup_attempt: null,
  };
  scope.store.paymentMethods.save({ ...made, card: { ...made.card, generated_from } });
  return made.id;
}
