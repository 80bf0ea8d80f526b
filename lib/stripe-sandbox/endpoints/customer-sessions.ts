import type Stripe from "stripe";
import { z } from "zod";
import { endpoint, type Call } from "../endpoint";
import { invalidRequest, missingParam } from "../errors";
import { findOr } from "../find";
import { newId } from "../ids";
import { flag, integer, list, oneOf, text, url } from "../params";

const HALF_HOUR_S = 1800;

const features = z.strictObject({
  payment_method_allow_redisplay_filters: list(
    oneOf("always", "limited", "unspecified"),
  ).optional(),
  payment_method_redisplay: oneOf("disabled", "enabled").optional(),
  payment_method_redisplay_limit: integer(1, 10).optional(),
  payment_method_remove: oneOf("disabled", "enabled").optional(),
  payment_method_save: oneOf("disabled", "enabled").optional(),
  payment_method_save_usage: oneOf("off_session", "on_session").optional(),
});

const component = z.strictObject({ enabled: flag(), features: features.optional() });
const other = z.looseObject({ enabled: flag() }).optional();

const createParams = z.strictObject({
  components: z.strictObject({
    active_entitlements: other,
    buy_button: other,
    customer_portal: other,
    customer_sheet: other,
    mobile_payment_element: other,
    payment_element: component.optional(),
    pricing_table: other,
  }),
  customer: text().optional(),
  customer_account: text().optional(),
});

const create = endpoint("POST /v1/customer_sessions", createParams, (call) => {
  const { components, customer } = call.body;
  if (customer === undefined) throw missingParam("customer");
  const { id } = findOr(call.store.customers, "customer", customer, "customer", 400);
  const given = components.payment_element;
  const payment_element: Stripe.CustomerSession.Components.PaymentElement = {
    enabled: given?.enabled ?? false,
    features:
      given?.enabled === true
        ? {
            payment_method_allow_redisplay_filters: given.features
              ?.payment_method_allow_redisplay_filters ?? ["always"],
            payment_method_redisplay: given.features?.payment_method_redisplay ?? "disabled",
            payment_method_redisplay_limit: given.features?.payment_method_redisplay_limit ?? 3,
            payment_method_remove: given.features?.payment_method_remove ?? "disabled",
            payment_method_save: given.features?.payment_method_save ?? "disabled",
            payment_method_save_usage: given.features?.payment_method_save_usage ?? null,
          }
        : null,
  };
  const session: Stripe.CustomerSession = {
    object: "customer_session",
    client_secret: `${newId("cuss_secret", 40)}`,
    components: {
      active_entitlements: { enabled: false },
      buy_button: { enabled: components.buy_button?.enabled ?? false },
      customer_portal: { enabled: false },
      customer_sheet: { enabled: false, features: null },
      mobile_payment_element: { enabled: false, features: null },
      payment_element,
      pricing_table: { enabled: components.pricing_table?.enabled ?? false },
    },
    created: call.now,
    customer: id,
    customer_account: null,
    expires_at: call.now + HALF_HOUR_S,
    livemode: false,
  };
  const value = JSON.stringify({
    customer: id,
    expires: session.expires_at,
    features: payment_element.features,
  });
  call.store.settings.save({ id: session.client_secret, value });
  return session;
});

const stored = z.object({
  customer: z.string(),
  expires: z.number(),
  features: z
    .object({
      payment_method_allow_redisplay_filters: z.array(z.string()),
      payment_method_redisplay: z.string(),
      payment_method_remove: z.string(),
      payment_method_save: z.string(),
    })
    .nullable(),
});

/** What Stripe.js asks for when `elements` was given a customer session. */
const elementsSession = endpoint(
  "GET /v1/elements/sessions",
  z.strictObject({ customer_session_client_secret: text().optional() }),
  (call) => {
    const secret = call.body.customer_session_client_secret;
    const nothing = {
      object: "elements_session",
      saved_payment_methods: [],
      payment_method_remove: false,
      payment_method_save: false,
    };
    if (secret === undefined) return nothing;
    const found = call.store.settings.find(secret);
    if (found === undefined)
      throw invalidRequest("No such customer session.", {
        param: "customer_session_client_secret",
      });
    const { customer, expires, features: wanted } = stored.parse(JSON.parse(found.value));
    if (expires < call.now) {
      throw invalidRequest("This customer session has expired.", {
        code: "customer_session_expired",
      });
    }
    if (wanted === null) return nothing;
    return {
      ...nothing,
      saved_payment_methods: savedMethods(call, customer, wanted),
      payment_method_remove: wanted.payment_method_remove === "enabled",
      payment_method_save: wanted.payment_method_save === "enabled",
    };
  },
  "any",
);

function savedMethods(
  call: Call<unknown>,
  customer: string,
  wanted: NonNullable<z.output<typeof stored>["features"]>,
): Stripe.PaymentMethod[] {
  if (wanted.payment_method_redisplay !== "enabled") return [];
  return call.store.paymentMethods
    .by("customer", customer)
    .filter((method) =>
      wanted.payment_method_allow_redisplay_filters.includes(
        method.allow_redisplay ?? "unspecified",
      ),
    )
    .toReversed();
}

const portalParams = z.strictObject({
  configuration: text().optional(),
  customer: text().optional(),
  customer_account: text().optional(),
  flow_data: z.looseObject({}).optional(),
  locale: text().optional(),
  on_behalf_of: text().optional(),
  return_url: url().optional(),
});

const portal = endpoint("POST /v1/billing_portal/sessions", portalParams, (call) => {
  const { configuration, locale, return_url } = call.body;
  const customer = findOr(
    call.store.customers,
    "customer",
    call.body.customer ?? "",
    "customer",
    400,
  );
  const id = newId("bps");
  const session: Stripe.BillingPortal.Session = {
    id,
    object: "billing_portal.session",
    configuration: configuration ?? "bpc_sandbox",
    created: call.now,
    customer: customer.id,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: locale ?? null,
    on_behalf_of: null,
    return_url: return_url ?? null,
    url: `${call.world.origin}/p/session/${id}`,
  };
  call.emit("billing_portal.session.created", session);
  return call.store.portalSessions.save(session);
});

export const customerSessionEndpoints = [create, elementsSession, portal];
