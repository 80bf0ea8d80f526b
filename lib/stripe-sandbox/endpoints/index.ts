import type { Endpoint } from "../endpoint";
import { Router } from "../http/router";
import { accountEndpoints } from "./accounts";
import { accountLinkEndpoints } from "./account-links";
import { applicationFeeEndpoints } from "./application-fees";
import { balanceEndpoints } from "./balance";
import { confirmationTokenEndpoints } from "./confirmation-tokens";
import { couponEndpoints } from "./coupons";
import { customerBalanceEndpoints } from "./customer-balance";
import { customerMethodEndpoints } from "./customer-methods";
import { customerSourceEndpoints } from "./customer-sources";
import { customerSessionEndpoints } from "./customer-sessions";
import { customerTaxIdEndpoints } from "./customer-tax-ids";
import { disputeEndpoints } from "./disputes";
import { rateEndpoints } from "./rates";
import { readerHelperEndpoints } from "./reader-helpers";
import { readerScreenEndpoints } from "./reader-screens";
import { readerActionEndpoints } from "./reader-actions";
import { setupIntentEndpoints } from "./setup-intents";
import { sourceEndpoints } from "./sources";
import { setupListEndpoints } from "./setup-lists";
import { locationEndpoints } from "./terminal-locations";
import { readerEndpoints } from "./readers";
import { terminalJsEndpoints } from "./terminal-js";
import { directChargeEndpoints } from "./direct-charges";
import { searchEndpoints } from "./search";
import { chargeEndpoints } from "./charges";
import { checkoutSessionEndpoints } from "./checkout-sessions";
import { customerEndpoints } from "./customers";
import { eventEndpoints } from "./events";
import { paymentIntentEndpoints } from "./payment-intents";
import { paymentMethodEndpoints } from "./payment-methods";
import { paymentPageEndpoints } from "./payment-pages";
import { priceEndpoints } from "./prices";
import { promotionCodeEndpoints } from "./promotion-codes";
import { productEndpoints } from "./products";
import { refundEndpoints } from "./refunds";
import { taxCalculationEndpoints } from "./tax-calculations";
import { tokenEndpoints } from "./tokens";
import { transferEndpoints } from "./transfers";
import { webhookEndpointEndpoints } from "./webhook-endpoints";

/** Every endpoint of `/v1`. */
export const endpoints: readonly Endpoint[] = [
  ...accountEndpoints,
  ...accountLinkEndpoints,
  ...applicationFeeEndpoints,
  ...balanceEndpoints,
  ...confirmationTokenEndpoints,
  ...couponEndpoints,
  ...customerBalanceEndpoints,
  ...customerMethodEndpoints,
  ...customerSourceEndpoints,
  ...customerSessionEndpoints,
  ...customerTaxIdEndpoints,
  ...disputeEndpoints,
  ...rateEndpoints,
  ...readerActionEndpoints,
  ...readerScreenEndpoints,
  ...readerHelperEndpoints,
  ...setupIntentEndpoints,
  ...sourceEndpoints,
  ...setupListEndpoints,
  ...locationEndpoints,
  ...readerEndpoints,
  ...terminalJsEndpoints,
  ...directChargeEndpoints,
  ...searchEndpoints,
  ...chargeEndpoints,
  ...checkoutSessionEndpoints,
  ...customerEndpoints,
  ...eventEndpoints,
  ...paymentIntentEndpoints,
  ...paymentMethodEndpoints,
  ...paymentPageEndpoints,
  ...priceEndpoints,
  ...productEndpoints,
  ...promotionCodeEndpoints,
  ...refundEndpoints,
  ...taxCalculationEndpoints,
  ...tokenEndpoints,
  ...transferEndpoints,
  ...webhookEndpointEndpoints,
];

export function apiRouter(): Router<Endpoint> {
  const router = new Router<Endpoint>();
  for (const endpoint of endpoints) router.add(endpoint.method, endpoint.path, endpoint);
  return router;
}
