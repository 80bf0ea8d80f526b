import type Stripe from "stripe";
import { missingResource } from "../errors";
import { idOf } from "../ids";
import { attachMethod } from "../methods/attach";
import { refuseBadCard } from "../methods/refuse-bad-card";
import type { Scope } from "../scope";
import { bankFromToken, bankView } from "./bank-accounts";
import { cardFromToken, cardView } from "./cards";

/** What a customer pays with in the older resources: cards, bank accounts and sources. */
const isSource = ({ id }: { id: string }) => /^(card|ba)_/.test(id);

export function sourceView(
  scope: Scope,
  method: Stripe.PaymentMethod,
): Stripe.Card | Stripe.BankAccount | null {
  return method.type === "card" ? cardView(scope, method) : bankView(scope, method);
}

/** The default one first, then the oldest first. */
export function sourcesOf(scope: Scope, customer: Stripe.Customer): Stripe.CustomerSource[] {
  const { paymentMethods, sources } = scope.store;
  const methods = paymentMethods.by("customer", customer.id).filter(isSource);
  const views = methods.flatMap((method) => sourceView(scope, method) ?? []);
  const all = [...views, ...sources.by("customer", customer.id)];
  const first = idOf(customer.default_source);
  return all.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
}

export function findSource(
  scope: Scope,
  customer: Stripe.Customer,
  id: string,
): Stripe.CustomerSource {
  const found = sourcesOf(scope, customer).find((source) => source.id === id);
  if (found === undefined) throw missingResource("source", id, "id");
  return found;
}

/** Adds what a token, or a `src_…`, stands for; the first one becomes the default. */
export function addSource(
  scope: Scope,
  customer: Stripe.Customer,
  given: string,
  metadata: Record<string, string> = {},
): Stripe.CustomerSource {
  const { store } = scope;
  const source = given.startsWith("src_") ? store.sources.find(given) : undefined;
  const added =
    source === undefined
      ? addMethod(scope, customer, given, metadata)
      : store.sources.save({ ...source, customer: customer.id });
  if (customer.default_source === null) makeDefault(scope, customer, added.id);
  scope.emit("customer.source.created", added);
  return added;
}

function addMethod(
  scope: Scope,
  customer: Stripe.Customer,
  token: string,
  metadata: Record<string, string>,
): Stripe.Card | Stripe.BankAccount {
  const method = token.startsWith("btok_")
    ? bankFromToken(scope, token)
    : cardFromToken(scope, token);
  refuseBadCard(scope, method.id);
  const view = sourceView(scope, attachMethod(scope, { ...method, metadata }, customer.id));
  if (view === null) throw missingResource("token", token, "source", 400);
  return view;
}

function makeDefault(scope: Scope, customer: Stripe.Customer, id: string | null): Stripe.Customer {
  return scope.store.customers.save({ ...customer, default_source: id });
}

/** `source=tok_…` of a customer: the new default, in place of the old one. */
export function replaceSource(
  scope: Scope,
  customer: Stripe.Customer,
  token: string,
): Stripe.Customer {
  const old = idOf(customer.default_source);
  const added = addSource(scope, customer, token);
  const after = makeDefault(scope, customer, added.id);
  if (old !== null) removeSource(scope, after, old);
  return after;
}

/** Takes a source from its customer; another one becomes the default. */
export function removeSource(scope: Scope, customer: Stripe.Customer, id: string): void {
  const removed = findSource(scope, customer, id);
  const { paymentMethods, sources } = scope.store;
  const method = paymentMethods.find(id);
  if (method !== undefined) paymentMethods.save({ ...method, customer: null });
  const source = sources.find(id);
  if (source !== undefined) sources.save({ ...source, customer: undefined, status: "consumed" });
  scope.emit("customer.source.deleted", removed);
  if (idOf(customer.default_source) !== id) return;
  const [next] = sourcesOf(scope, customer);
  makeDefault(scope, customer, next?.id ?? null);
}
