import { Stripe } from "stripe";
import { DomainError } from "@/lib/errors";
import { redisplays, type GatewayCard, type Redisplay } from "@/lib/payments/gateways/wallet";
import type { Scope } from "./scope";

const MOST = 100;

/** Null: there is no such customer any more. */
export async function cardsOf({ client, options }: Scope, customer: string) {
  try {
    const list = client.customers.listPaymentMethods(
      customer,
      { type: "card", limit: MOST },
      options,
    );
    return (await list.autoPagingToArray({ limit: MOST })).map(cardOf);
  } catch (error) {
    const isGone =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
    if (isGone) return null;
    throw error;
  }
}

export function cardOf({ id, customer, card, allow_redisplay }: Stripe.PaymentMethod): GatewayCard {
  if (!card) throw new DomainError("invalid_input", "Only cards can be kept.");
  return {
    ref: id,
    customerRef: typeof customer === "string" ? customer : (customer?.id ?? null),
    brand: card.brand,
    last4: card.last4,
    expMonth: card.exp_month,
    expYear: card.exp_year,
    // A word that Stripe adds one day is treated as the most careful of them.
    allowRedisplay: redisplays.find((word) => word === allow_redisplay) ?? "unspecified",
  };
}

export async function attach(
  scope: Scope,
  customer: string,
  given: string,
  redisplay: Redisplay | undefined,
): Promise<GatewayCard> {
  const { client, options } = scope;
  const ref = given.startsWith("tok_") ? await methodOfToken(scope, customer, given) : given;
  const method = await attachedTo(scope, customer, ref);
  if (redisplay === undefined || method.allow_redisplay === redisplay) return cardOf(method);
  const change = { allow_redisplay: redisplay };
  return cardOf(await client.paymentMethods.update(method.id, change, options));
}

/** Stripe refuses what is attached already; whose it is then decides. */
async function attachedTo({ client, options }: Scope, customer: string, ref: string) {
  try {
    return await client.paymentMethods.attach(ref, { customer }, options);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    if (error.code === "resource_missing") throw error;
    const method = await client.paymentMethods.retrieve(ref, {}, options);
    const { customerRef } = cardOf(method);
    if (customerRef === customer) return method;
    if (customerRef === null) throw error;
    throw new DomainError("wrong_state", "This card belongs to another customer.");
  }
}

async function methodOfToken({ client, options }: Scope, customer: string, token: string) {
  const idempotencyKey = `method-${token}-${customer}`;
  const params = { type: "card", card: { token } } as const;
  return (await client.paymentMethods.create(params, { ...options, idempotencyKey })).id;
}

export async function detach({ client, options }: Scope, ref: string): Promise<void> {
  const { customer } = await client.paymentMethods.retrieve(ref, {}, options);
  if (customer !== null) await client.paymentMethods.detach(ref, {}, options);
}
