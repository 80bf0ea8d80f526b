import type Stripe from "stripe";
import { blankCustomer } from "../customers/blank-customer";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import { noDetails } from "./session-fields";

/** What the method's billing details add to what the session knows of the shopper. */
export function withDetails(
  scope: Scope,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod,
): Stripe.Checkout.Session {
  const known = session.customer_details ?? noDetails;
  const { address, email, name, phone } = method.billing_details;
  const customer_details = {
    ...known,
    address: known.address ?? address,
    email: known.email ?? email,
    name: known.name ?? name,
    phone: known.phone ?? phone,
  };
  return scope.store.sessions.save({ ...session, customer_details });
}

/** Makes the customer that saving a method, or the store, asks for. */
export function withCustomer(
  scope: Scope,
  session: Stripe.Checkout.Session,
  state: SessionState,
  save: boolean,
): Stripe.Checkout.Session {
  const needed =
    session.customer_creation === "always" ||
    session.mode === "setup" ||
    save ||
    state.intentData.setup_future_usage !== null;
  if (session.customer !== null || !needed) return session;
  const details = session.customer_details ?? noDetails;
  const customer = scope.store.customers.save({
    ...blankCustomer(scope),
    address: details.address,
    email: details.email,
    name: details.name,
    phone: details.phone,
  });
  scope.emit("customer.created", customer);
  return scope.store.sessions.save({ ...session, customer: customer.id });
}

export function redisplay(
  scope: Scope,
  method: Stripe.PaymentMethod,
  save: boolean,
): Stripe.PaymentMethod {
  const shown = save ? "always" : "limited";
  if (method.customer !== null) return method;
  return scope.store.paymentMethods.save({ ...method, allow_redisplay: shown });
}
