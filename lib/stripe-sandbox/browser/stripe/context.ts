import type { Api } from "../shared/api";

/** What one `Stripe(publishableKey, options)` instance knows. */
export type StripeContext = {
  /** The sandbox's own origin, from which the script came. */
  origin: string;
  publishableKey: string;
  stripeAccount: string | undefined;
  locale: string;
  api: Api;
};
