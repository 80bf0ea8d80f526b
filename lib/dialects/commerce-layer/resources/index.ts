import type { Resource } from "../protocol/resource";
import { absentResources } from "./absent";
import { application } from "./application";
import { coupons } from "./coupons";
import { shipments, shippingMethods, stockLineItems } from "./delivery";
import { giftCards } from "./gift-cards";
import { withNowhere } from "./leads-nowhere";
import { lineItems } from "./line-items";
import { orders } from "./orders";
import { paymentMethods } from "./payment-methods";
import { stripePayments, wireTransfers } from "./payment-sources";
import { addresses, customerAddresses, customers } from "./people";
import {
  manualGateways,
  marketsResource,
  organization,
  priceLists,
  stockLocations,
  stripeGateways,
} from "./settings";
import { prices, skus, stockItems } from "./skus";
import { customerPaymentSources } from "./wallet";
import { tags } from "./tags";
import { authorizations, captures, refunds, transactions, voids } from "./transactions";
import { eventCallbacks, webhooks } from "./webhooks";

const present: readonly Resource[] = [
  addresses,
  application,
  authorizations,
  captures,
  coupons,
  customerAddresses,
  customerPaymentSources,
  customers,
  eventCallbacks,
  giftCards,
  lineItems,
  manualGateways,
  marketsResource,
  orders,
  organization,
  paymentMethods,
  priceLists,
  prices,
  refunds,
  shipments,
  shippingMethods,
  skus,
  stockItems,
  stockLineItems,
  stockLocations,
  stripeGateways,
  stripePayments,
  tags,
  transactions,
  voids,
  webhooks,
  wireTransfers,
];

/** Everything that can be asked for. A type that is not here does not exist. */
const table: readonly Resource[] = [...absentResources(present), ...present].map(withNowhere);

/** What there is one of has an address of its own, beside its type. */
const byType = new Map(
  table.flatMap((resource) => {
    const names = resource.single ? [resource.type, resource.single.path] : [resource.type];
    return names.map((name) => [name, resource] as const);
  }),
);

export function findResource(type: string): Resource | undefined {
  return byType.get(type);
}

export const allResources = (): readonly Resource[] => table;
