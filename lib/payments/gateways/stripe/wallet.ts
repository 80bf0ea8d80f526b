import type { Stripe } from "stripe";
import { DomainError } from "@/lib/errors";
import {
  type CardSetup,
  type NewCustomer,
  type NewSetup,
  type WalletGateway,
  type WalletGatewayId,
} from "@/lib/payments/gateways/wallet";
import { requestPatience, stripe } from "./client";
import { readError } from "./errors";
import type { Scope } from "./scope";
import { attach, cardOf, cardsOf, detach } from "./wallet-cards";

/** @param account `acct_…` for customers of a connected account; null for our own. */
export function stripeWallet(id: WalletGatewayId, account: string | null): WalletGateway {
  const ask = async <T>(work: (scope: Scope) => Promise<T>): Promise<T> => {
    const options = { ...requestPatience(), ...(account !== null && { stripeAccount: account }) };
    try {
      return await work({ client: stripe(), options });
    } catch (error) {
      throw refusalOf(error);
    }
  };
  return {
    id,
    createCustomer: (customer) => ask((scope) => createCustomer(scope, customer)),
    findCustomer: (customerId) => ask((scope) => findCustomer(scope, customerId)),
    cardsOf: (customerRef) => ask((scope) => cardsOf(scope, customerRef)),
    card: (ref) =>
      ask(async ({ client, options }) =>
        cardOf(await client.paymentMethods.retrieve(ref, {}, options)),
      ),
    attach: (customerRef, ref, redisplay) =>
      ask((scope) => attach(scope, customerRef, ref, redisplay)),
    detach: (ref) => ask((scope) => detach(scope, ref)),
    setDefault: (customerRef, ref) =>
      ask(async ({ client, options }) => {
        const invoice_settings = { default_payment_method: ref };
        await client.customers.update(customerRef, { invoice_settings }, options);
      }),
    beginSetup: (setup) => ask((scope) => beginSetup(scope, setup)),
    lookAtSetup: (ref) => ask((scope) => lookAtSetup(scope, ref)),
    portalUrl: (customer, return_url, locale) =>
      ask(async ({ client, options }) => {
        const params = { customer, return_url, locale: portalLocale(locale) };
        return (await client.billingPortal.sessions.create(params, options)).url;
      }),
  };
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const refusal = readError(error);
  const options = { cause: error };
  if (refusal.kind === "unknown") {
    const message = "The payment service does not answer. Try again soon.";
    return new DomainError("gateway_down", message, {}, options);
  }
  const { code, message } = refusal.failure;
  if (code === "resource_missing") return new DomainError("not_found", message, {}, options);
  return new DomainError("gateway_declined", message, { reason: code }, options);
}

async function createCustomer(
  { client, options }: Scope,
  { customerId, owner, email, name }: NewCustomer,
): Promise<string> {
  const metadata = { customer_id: customerId, owner };
  const params = { metadata, ...(email && { email }), ...(name && { name }) };
  const customer = await client.customers.create(params, {
    ...options,
    idempotencyKey: `customer-${customerId}`,
  });
  return customer.id;
}

async function findCustomer({ client, options }: Scope, customerId: string) {
  const query = `metadata['customer_id']:'${customerId}'`;
  const { data } = await client.customers.search({ query, limit: 1 }, options);
  return data[0]?.id ?? null;
}

/** Stripe keeps no more than this of one metadata value. */
const METADATA_LENGTH = 500;

async function beginSetup({ client, options }: Scope, setup: NewSetup) {
  const { customerRef, customerId, usage, consent } = setup;
  const { id, client_secret } = await client.setupIntents.create(
    {
      customer: customerRef,
      usage,
      allowed_payment_method_types: ["card"],
      metadata: {
        customer_id: customerId,
        ...(consent !== null && { consent: consent.slice(0, METADATA_LENGTH) }),
      },
    },
    options,
  );
  if (client_secret === null) throw new Error("Stripe gave no secret for a setup intent.");
  return { clientSecret: client_secret, ref: id };
}

async function lookAtSetup({ client, options }: Scope, ref: string): Promise<CardSetup> {
  const intent = await client.setupIntents.retrieve(ref, { expand: ["payment_method"] }, options);
  const { id, customer, status, payment_method: method, metadata, last_setup_error } = intent;
  const isOver =
    status === "canceled" || (status === "requires_payment_method" && last_setup_error);
  const state = status === "succeeded" ? "succeeded" : isOver ? "failed" : "waiting";
  return {
    ref: id,
    customerRef: typeof customer === "string" ? customer : (customer?.id ?? null),
    state,
    message: last_setup_error?.message ?? null,
    card: method !== null && typeof method !== "string" && method.card ? cardOf(method) : null,
    consent: metadata?.["consent"] ?? null,
  };
}

/** Stripe's portal speaks the languages of the shop, and finds out by itself otherwise. */
function portalLocale(tag: string): Stripe.BillingPortal.SessionCreateParams.Locale {
  switch (tag.slice(0, 2)) {
    case "de":
      return "de";
    case "fr":
      return "fr";
    case "es":
      return "es";
    case "ja":
      return "ja";
    case "en":
      return "en";
    default:
      return "auto";
  }
}
