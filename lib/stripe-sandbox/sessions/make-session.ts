import type Stripe from "stripe";
import { newId, randomText } from "../ids";
import { mergeMetadata } from "../metadata";
import { shippingOf } from "../methods/contact-params";
import { offeredTypes } from "../methods/method-table";
import { checkAmount } from "../money";
import type { Scope } from "../scope";
import { expiryOf } from "./expiry";
import type { SessionState } from "../store/records";
import { withAutomaticTax } from "./automatic-tax";
import { brandingOf } from "./branding";
import { discountFor } from "./discounts";
import { makeLineItems } from "./line-items";
import { checkSession, uiModeOf } from "./session-rules";
import { discountsOf, noDetails } from "./session-fields";
import type { CreateSession } from "./session-params";
import { shippingOptions, shippingOptionsOf } from "./session-shipping";
import { totalsOf } from "./totals";
import { untouched, wishesOf } from "./session-wishes";

/** Creates a checkout session with its lines. The intent is made when the shopper confirms. */
export function createSession(
  scope: Scope,
  given: CreateSession,
  isOldVersion: boolean,
): Stripe.Checkout.Session {
  checkSession(scope, given, isOldVersion);
  const id = newId("cs_test", 58);
  const asked = stateOf(scope, given, id);
  const made = sessionOf(scope, given, { id, state: asked, isOldVersion });
  const { session, state } = withAutomaticTax(scope, made, asked);
  const { items, amounts } = totalsOf(scope, state);
  scope.store.sessionStates.save({ ...state, items });
  const total = amounts.amount_total ?? 0;
  if (given.mode !== "setup" && total > 0)
    checkAmount(total, session.currency ?? "usd", "line_items");
  const saved = scope.store.sessions.save({
    ...session,
    ...(given.mode === "setup" ? {} : amounts),
    payment_status: given.mode === "setup" || total === 0 ? "no_payment_required" : "unpaid",
  });
  scope.after(saved.expires_at - scope.now, "expire_session", id);
  return saved;
}

function stateOf(scope: Scope, given: CreateSession, id: string): SessionState {
  const items = makeLineItems(scope, given.line_items ?? [], given.currency);
  const options = shippingOptions(scope, given.shipping_options ?? []);
  const data = given.payment_intent_data;
  return {
    id,
    items,
    intentData: {
      capture_method: data?.capture_method ?? null,
      metadata: mergeMetadata({}, data?.metadata),
      description: data?.description ?? null,
      setup_future_usage: data?.setup_future_usage ?? null,
      receipt_email: data?.receipt_email ?? null,
      statement_descriptor: data?.statement_descriptor ?? null,
      statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
      transfer_group: data?.transfer_group ?? null,
      on_behalf_of: data?.on_behalf_of ?? null,
      application_fee_amount: data?.application_fee_amount ?? null,
      transfer_data: data?.transfer_data ?? null,
      shipping: shippingOf(data?.shipping ?? null),
    },
    setupData: {
      metadata: mergeMetadata({}, given.setup_intent_data?.metadata),
      description: given.setup_intent_data?.description ?? null,
    },
    discount: discountFor(scope, given.discounts?.[0]),
    shippingRates: options,
    shippingRate: options[0] ?? null,
    lastError: null,
    returnUrl: null,
    savePaymentMethod: false,
    customerUpdate: {
      address: given.customer_update?.address === "auto",
      name: given.customer_update?.name === "auto",
      shipping: given.customer_update?.shipping === "auto",
    },
  };
}

type Parts = { id: string; state: SessionState; isOldVersion: boolean };

function sessionOf(scope: Scope, given: CreateSession, parts: Parts): Stripe.Checkout.Session {
  const { id, state } = parts;
  const mode = given.mode ?? "payment";
  const ui_mode = uiModeOf(given);
  const currency = given.currency ?? state.items[0]?.currency ?? (mode === "setup" ? null : "usd");
  const isHosted = ui_mode === "hosted_page";
  const customer = given.customer ?? null;
  const secret = `${id}_secret_${randomText(60)}`;
  const email = given.customer_email ?? scope.store.customers.find(customer ?? "")?.email ?? null;
  return {
    id,
    ...untouched,
    ...wishesOf(given),
    ...brandingOf(given.branding_settings, scope.world.settings.merchant),
    client_secret: isHosted ? null : secret,
    created: scope.now,
    currency,
    customer,
    customer_creation: customer === null ? (given.customer_creation ?? "if_required") : null,
    customer_details: email === null ? null : { ...noDetails, email },
    discounts: discountsOf(state),
    expires_at: expiryOf(given.expires_at, scope) ?? scope.now,
    mode,
    payment_method_collection:
      mode === "setup" ? "always" : (given.payment_method_collection ?? "if_required"),
    payment_method_types: offeredBy(given, currency ?? "usd", parts),
    ...(ui_mode === "embedded_page"
      ? { redirect_on_completion: given.redirect_on_completion ?? "always" }
      : {}),
    shipping_options: shippingOptionsOf(scope, state.shippingRates),
    ui_mode,
    url: isHosted ? `${scope.world.origin}/c/pay/${id}` : null,
  };
}

function offeredBy(given: CreateSession, currency: string, { state, isOldVersion }: Parts) {
  const { capture_method, setup_future_usage } = state.intentData;
  return offeredTypes({
    currency,
    manualCapture: capture_method === "manual",
    allowed:
      (isOldVersion ? given.payment_method_types : undefined) ?? given.allowed_payment_method_types,
    excluded: given.excluded_payment_method_types,
    reusable: given.mode === "setup" || setup_future_usage === "off_session",
  });
}
