import { sourcesOf, sourceView } from "./customers/sources";
import { wholeList } from "./lists";
import type { Scope } from "./scope";
import type { Store } from "./store/store";

type Finder = (store: Store, id: string) => object | undefined;

/** Which table an id belongs to, by its prefix. */
const byPrefix: Record<string, Finder> = {
  acct: (store, id) => store.accounts.find(id),
  ch: (store, id) => store.charges.find(id),
  py: (store, id) => store.charges.find(id),
  cs: (store, id) => store.sessions.find(id),
  cus: (store, id) => store.customers.find(id) ?? deleted(store, id),
  dp: (store, id) => store.disputes.find(id),
  du: (store, id) => store.disputes.find(id),
  fee: (store, id) => store.applicationFees.find(id),
  fr: (store, id) => store.feeRefunds.find(id),
  mandate: (store, id) => store.mandates.find(id),
  pi: (store, id) => store.paymentIntents.find(id),
  pm: (store, id) => store.paymentMethods.find(id),
  price: (store, id) => store.prices.find(id),
  prod: (store, id) => store.products.find(id) ?? deleted(store, id),
  promo: (store, id) => store.promotionCodes.find(id),
  re: (store, id) => store.refunds.find(id),
  pyr: (store, id) => store.refunds.find(id),
  seti: (store, id) => store.setupIntents.find(id),
  setatt: (store, id) => store.setupAttempts.find(id),
  shr: (store, id) => store.shippingRates.find(id),
  src: (store, id) => store.sources.find(id),
  tml: (store, id) => store.locations.find(id),
  tmr: (store, id) => store.readers.find(id),
  tok: (store, id) => store.tokens.find(id),
  tr: (store, id) => store.transfers.find(id),
  trr: (store, id) => store.transferReversals.find(id),
  txn: (store, id) => store.balanceTransactions.find(id),
  txr: (store, id) => store.taxRates.find(id),
};

/** Fields whose strings are ids but which Stripe keeps as they are. */
const neverExpanded = new Set(["id", "client_secret", "object", "charge.payment_method"]);

/** Ids without a prefix of their own: only their field says what they are. */
const byField: Record<string, Finder> = {
  coupon: (store, id) => store.coupons.find(id),
  default_price: (store, id) => store.prices.find(id),
  product: (store, id) => store.products.find(id),
};

/** The object behind an id in a field, or undefined when the field is not a reference. */
export function lookUp(
  scope: Scope,
  holder: object,
  field: string,
  id: string,
): object | undefined {
  const kind = "object" in holder ? String(holder.object) : "";
  if (neverExpanded.has(field) || neverExpanded.has(`${kind}.${field}`)) return undefined;
  if (/^(card|ba)_/.test(id)) {
    const method = scope.store.paymentMethods.find(id);
    if (field === "payment_method" || method === undefined) return method;
    return sourceView(scope, method) ?? undefined;
  }
  const find = byPrefix[id.split("_", 1)[0] ?? ""] ?? byField[field];
  if (find === undefined) return undefined;
  return find(scope.store, id) ?? find(scope.world.universe.platform, id);
}

/** Lists that are left out of an object unless they are asked for. */
export function included(scope: Scope, holder: object, field: string): object | undefined {
  if (!("object" in holder) || !("id" in holder) || typeof holder.id !== "string") return undefined;
  const { store } = scope;
  const id = holder.id;
  switch (`${String(holder.object)}.${field}`) {
    case "checkout.session.line_items":
      return wholeList(
        store.sessionStates.find(id)?.items ?? [],
        `/v1/checkout/sessions/${id}/line_items`,
      );
    case "charge.refunds":
      return wholeList(store.refunds.by("charge", id).toReversed(), `/v1/charges/${id}/refunds`);
    case "customer.sources": {
      const customer = store.customers.find(id);
      const sources = customer === undefined ? [] : sourcesOf(scope, customer);
      return wholeList(sources, `/v1/customers/${id}/sources`);
    }
    case "customer.subscriptions":
      return wholeList([], `/v1/customers/${id}/subscriptions`);
    case "customer.tax_ids":
      return wholeList(store.taxIds.by("customer", id).toReversed(), `/v1/customers/${id}/tax_ids`);
    default:
      return undefined;
  }
}

function deleted(store: Store, id: string): object | undefined {
  const gone = store.deletedObjects.find(id);
  return gone === undefined ? undefined : { id, object: gone.object, deleted: true };
}
