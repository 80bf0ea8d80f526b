const MINUTE = 60_000;

/** How long a checkout page takes money, in ms. Stripe's shortest is 30 minutes; the rest is for a retry. */
export const SESSION_MS = 35 * MINUTE;

/** The goods wait a little longer than the page, in ms, so that the last second's payment still gets them. */
export const HOLD_MS = SESSION_MS + 10 * MINUTE;
