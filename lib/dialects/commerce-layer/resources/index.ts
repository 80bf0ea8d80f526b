import type { Resource } from "../protocol/resource";
import { absentResources } from "./absent";
import { coupons } from "./coupons";
import { shipments, shippingMethods, stockLineItems } from "./delivery";
import { giftCards } from "./gift-cards";
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

/** Everything that can be asked for. A type that is not here does not exist. */
const table: readonly Resource[] = [
  ...absentResources,
  addresses,
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

const byType = new Map(table.map((resource) => [resource.type, resource]));

export function findResource(type: string): Resource | undefined {
  return byType.get(type);
}

export const allResources = (): readonly Resource[] => table;
