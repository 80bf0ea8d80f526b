import type Stripe from "stripe";

/** Where a session's shopper goes back to, with the session's id in place of its template. */
export function sessionReturnUrl(
  session: Stripe.Checkout.Session,
  given: string | null,
  origin: string,
): string | null {
  const url =
    given ??
    session.return_url ??
    (session.ui_mode === "hosted_page" ? `${origin}/c/pay/${session.id}` : null);
  return url === null ? null : withSessionId(url, session.id);
}

/** `{CHECKOUT_SESSION_ID}` may arrive percent-encoded by a form library. */
export function withSessionId(url: string, id: string): string {
  return url.replaceAll(/\{CHECKOUT_SESSION_ID\}|%7BCHECKOUT_SESSION_ID%7D/gi, id);
}
