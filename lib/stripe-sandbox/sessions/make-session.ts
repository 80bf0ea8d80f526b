import type Stripe from "stripe";
import { newId, randomText } from "../ids";
import { mergeMetadata } from "../metadata";
import { shippingOf } from "../methods/contact-params";
import { offeredTypes } from "../methods/method-table";
import { checkAmount } from "../money";
import type { Scope } from "../scope";
import type { SessionState } from "../store/records";
import { consentCollectionOf, customFieldOf } from "./collected";
import { withAutomaticTax } from "./automatic-tax";
import { brandingOf } from "./branding";
import { recoveryOf } from "./recover";
import { discountFor } from "./discounts";
import { makeLineItems } from "./line-items";
import { checkSession, uiModeOf } from "./session-rules";
import { discountsOf, noDetails, optionalOf, savedOptions, sessionOptions } from "./session-fields";
import type { CreateSession } from "./session-params";
import { shippingOptions, shippingOptionsOf } from "./session-shipping";
import { totalsOf } from "./totals";

const DAY_S = 86_400;

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

function sessionOf(
  scope: Scope,
  given: CreateSession,
  { id, state, isOldVersion }: Parts,
): Stripe.Checkout.Session {
  const mode = given.mode ?? "payment";
  const ui_mode = uiModeOf(given);
  const currency = given.currency ?? state.items[0]?.currency ?? (mode === "setup" ? null : "usd");
  const isHosted = ui_mode === "hosted_page";
  const customer = given.customer ?? null;
  const secret = `${id}_secret_${randomText(60)}`;
  const email = given.customer_email ?? scope.store.customers.find(customer ?? "")?.email ?? null;
  return {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: given.adaptive_pricing?.enabled ?? false },
    after_expiration: recoveryOf(given.after_expiration?.recovery),
    allow_promotion_codes: given.allow_promotion_codes ?? null,
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    amount_subtotal: null,
    amount_total: null,
    automatic_tax: {
      enabled: given.automatic_tax?.enabled ?? false,
      liability: null,
      provider: null,
      status: null,
    },
    ...brandingOf(given.branding_settings, scope.world.settings.merchant),
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    client_secret: isHosted ? null : secret,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    consent: null,
    consent_collection: consentCollectionOf(given),
    created: scope.now,
    currency,
    currency_conversion: null,
    custom_fields: (given.custom_fields ?? []).map(customFieldOf),
    custom_text: {
      after_submit: given.custom_text?.after_submit ?? null,
      shipping_address: given.custom_text?.shipping_address ?? null,
      submit: given.custom_text?.submit ?? null,
      terms_of_service_acceptance: given.custom_text?.terms_of_service_acceptance ?? null,
    },
    customer,
    customer_account: null,
    customer_creation: customer === null ? (given.customer_creation ?? "if_required") : null,
    customer_details: email === null ? null : { ...noDetails, email },
    customer_email: given.customer_email ?? null,
    discounts: discountsOf(state),
    ...(given.excluded_payment_method_types === undefined
      ? {}
      : { excluded_payment_method_types: given.excluded_payment_method_types }),
    expires_at: given.expires_at ?? scope.now + DAY_S,
    integration_identifier: given.integration_identifier ?? null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: given.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, given.metadata),
    mode,
    optional_items: optionalOf(given),
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection:
      mode === "setup" ? "always" : (given.payment_method_collection ?? "if_required"),
    payment_method_configuration_details: null,
    payment_method_options: sessionOptions(given),
    payment_method_types: offeredTypes({
      currency: currency ?? "usd",
      manualCapture: state.intentData.capture_method === "manual",
      allowed:
        (isOldVersion ? given.payment_method_types : undefined) ??
        given.allowed_payment_method_types,
      excluded: given.excluded_payment_method_types,
      reusable: mode === "setup" || state.intentData.setup_future_usage === "off_session",
    }),
    payment_status: "unpaid",
    permissions: null,
    phone_number_collection: { enabled: given.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    ...(ui_mode === "embedded_page"
      ? { redirect_on_completion: given.redirect_on_completion ?? "always" }
      : {}),
    ...(given.return_url === undefined ? {} : { return_url: given.return_url }),
    saved_payment_method_options: savedOptions(given),
    setup_intent: null,
    shipping_address_collection: given.shipping_address_collection ?? null,
    shipping_cost: null,
    shipping_options: shippingOptionsOf(scope, state.shippingRates),
    status: "open",
    submit_type: given.submit_type ?? null,
    subscription: null,
    success_url: given.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode,
    url: isHosted ? `${scope.world.origin}/c/pay/${id}` : null,
    wallet_options: null,
  };
}
