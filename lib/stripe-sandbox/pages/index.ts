import { accountLinkRoute } from "./account-link";
import { portalRoutes } from "./billing-portal";
import { challengeAnswerRoute, challengeRoute } from "./challenge";
import { embeddedCheckoutRoutes, hostedCheckoutRoutes } from "./checkout/routes";
import { frameRoute } from "./frames";
import { microdepositRoutes } from "./microdeposits";
import { receiptRoute } from "./receipt";
import type { PageRoute } from "./route";

/** Every page that a shopper can meet, and the documents inside the elements of Stripe.js. */
export const pages: PageRoute[] = [
  frameRoute,
  challengeRoute,
  challengeAnswerRoute,
  ...hostedCheckoutRoutes,
  ...embeddedCheckoutRoutes,
  ...microdepositRoutes,
  receiptRoute,
  ...portalRoutes,
  accountLinkRoute,
];
