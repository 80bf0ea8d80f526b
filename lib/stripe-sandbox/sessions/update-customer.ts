import type Stripe from "stripe";
import { addTaxId } from "../customers/tax-ids";
import { differences } from "../differences";
import { idOf } from "../ids";
import type { Scope } from "../scope";

/** `customer_update`: what the shopper typed at the checkout becomes what is known of the customer. */
export function updateCustomer(scope: Scope, session: Stripe.Checkout.Session): void {
  const wanted = scope.store.sessionStates.find(session.id)?.customerUpdate;
  const before = scope.store.customers.find(idOf(session.customer) ?? "");
  if (wanted === undefined || before === undefined) return;
  const details = session.customer_details;
  keepTaxIds(scope, before.id, details?.tax_ids ?? []);
  const shipping = session.collected_information?.shipping_details ?? null;
  const after: Stripe.Customer = {
    ...before,
    ...(wanted.address && details?.address ? { address: details.address } : {}),
    ...(wanted.name && details?.name ? { name: details.name } : {}),
    ...(wanted.shipping && shipping !== null
      ? { shipping: { address: shipping.address, name: shipping.name } }
      : {}),
  };
  const previous = differences(before, after);
  if (Object.keys(previous).length === 0) return;
  scope.store.customers.save(after);
  scope.emit("customer.updated", after, previous);
}

/** What was collected for this order is known of the customer afterwards, once. */
function keepTaxIds(
  scope: Scope,
  customer: string,
  collected: readonly Stripe.Checkout.Session.CustomerDetails.TaxId[],
): void {
  const known = scope.store.taxIds.by("customer", customer).map(({ value }) => value);
  for (const { type, value } of collected) {
    if (value !== null && !known.includes(value)) addTaxId(scope, customer, { type, value });
  }
}
