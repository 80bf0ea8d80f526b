import type Stripe from "stripe";
import { invalidRequest, unknownParams } from "../errors";
import { findOr } from "../find";
import { newId, randomText } from "../ids";
import { mergeMetadata } from "../metadata";
import { shippingOf } from "../methods/contact-params";
import { isMethodType, offeredTypes } from "../methods/method-table";
import { checkAmount, checkCurrency } from "../money";
import type { Scope } from "../scope";
import type { CreateIntent, MethodOptions } from "./intent-params";

/** What nothing has happened to yet. */
const untouched = {
  object: "payment_intent",
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  canceled_at: null,
  cancellation_reason: null,
  customer_account: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  source: null,
  status: "requires_payment_method",
} satisfies Partial<Stripe.PaymentIntent>;

/** An intent as it is before anything happened to it. Saves nothing. */
export function newIntent(
  scope: Scope,
  given: Omit<CreateIntent, "confirm" | "payment_method" | "payment_method_data">,
): Stripe.PaymentIntent {
  checkCurrency(given.currency);
  checkAmount(given.amount, given.currency);
  const customer = given.customer ?? null;
  if (customer !== null) findOr(scope.store.customers, "customer", customer, "customer", 400);
  checkShares(scope, given);
  const id = newId("pi");
  const capture_method = given.capture_method ?? "automatic_async";
  const { allowed, automatic } = wantedTypes(given);
  return {
    id,
    ...untouched,
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    amount: given.amount,
    application_fee_amount: given.application_fee_amount ?? null,
    automatic_payment_methods: automatic,
    capture_method,
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: given.confirmation_method ?? "automatic",
    created: scope.now,
    currency: given.currency,
    customer,
    description: given.description ?? null,
    excluded_payment_method_types: given.excluded_payment_method_types ?? null,
    metadata: mergeMetadata({}, given.metadata),
    on_behalf_of: given.on_behalf_of ?? null,
    payment_method_options: optionsOf(given.payment_method_options, null),
    payment_method_types: offeredTypes({
      currency: given.currency,
      manualCapture: capture_method === "manual",
      allowed,
      excluded: given.excluded_payment_method_types,
      allowRedirects: automatic?.allow_redirects !== "never",
    }),
    receipt_email: given.receipt_email ?? null,
    setup_future_usage: given.setup_future_usage ?? null,
    shipping: shippingOf(given.shipping ?? null),
    statement_descriptor: given.statement_descriptor ?? null,
    statement_descriptor_suffix: given.statement_descriptor_suffix ?? null,
    transfer_data: given.transfer_data === undefined ? null : shareOf(given.transfer_data),
    transfer_group: given.transfer_group ?? null,
  };
}

function shareOf(
  data: NonNullable<CreateIntent["transfer_data"]>,
): Stripe.PaymentIntent.TransferData {
  const { destination, amount } = data;
  return amount === undefined ? { destination } : { destination, amount };
}

/** The list that was asked for, or what the account has switched on. */
function wantedTypes(
  given: Pick<
    CreateIntent,
    "payment_method_types" | "allowed_payment_method_types" | "automatic_payment_methods"
  >,
) {
  const allowed = given.payment_method_types ?? given.allowed_payment_method_types ?? null;
  const unknown = allowed?.find((type) => !isMethodType(type));
  if (unknown !== undefined) {
    throw invalidRequest(
      `The payment method type "${unknown}" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use.`,
      {
        param:
          given.payment_method_types === undefined
            ? "allowed_payment_method_types"
            : "payment_method_types",
      },
    );
  }
  const asked = given.automatic_payment_methods;
  const automatic: Stripe.PaymentIntent.AutomaticPaymentMethods | null =
    given.payment_method_types !== undefined || asked?.enabled === false
      ? null
      : { allow_redirects: asked?.allow_redirects ?? "always", enabled: true };
  return { allowed: asked?.enabled === false && allowed === null ? ["card"] : allowed, automatic };
}

function checkShares(
  scope: Scope,
  given: Pick<CreateIntent, "transfer_data" | "application_fee_amount" | "amount" | "on_behalf_of">,
): void {
  const { transfer_data, application_fee_amount: fee, amount } = given;
  const platform = scope.world.universe.platform;
  for (const [param, id] of [
    ["transfer_data[destination]", transfer_data?.destination],
    ["on_behalf_of", given.on_behalf_of],
  ] as const) {
    if (id === undefined || platform.accounts.find(id) !== undefined) continue;
    throw invalidRequest(`No such destination: '${id}'`, { code: "resource_missing", param });
  }
  if (fee === undefined || fee === null || fee === 0) return;
  if (fee > amount) {
    throw invalidRequest("Your application fee cannot be larger than the amount of the payment.", {
      param: "application_fee_amount",
    });
  }
  if (transfer_data === undefined && scope.account === scope.world.platformAccount) {
    throw invalidRequest(
      "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).",
      { param: "application_fee_amount" },
    );
  }
}

/** `payment_method_options` as they are answered; given ones replace what was there. */
export function optionsOf(
  given: MethodOptions | undefined,
  before: Stripe.PaymentIntent.PaymentMethodOptions | null,
): Stripe.PaymentIntent.PaymentMethodOptions {
  const card = given?.card ?? undefined;
  const old = before?.card;
  const verification = given?.us_bank_account?.verification_method;
  return {
    ...before,
    ...(verification === undefined
      ? {}
      : { us_bank_account: { verification_method: verification } }),
    card: {
      ...old,
      installments: null,
      mandate_options: null,
      network: card?.network ?? old?.network ?? null,
      request_three_d_secure:
        card?.request_three_d_secure ?? old?.request_three_d_secure ?? "automatic",
      ...defined({
        capture_method: card?.capture_method ?? undefined,
        request_extended_authorization: card?.request_extended_authorization,
        request_incremental_authorization: card?.request_incremental_authorization,
        request_multicapture: card?.request_multicapture,
        request_overcapture: card?.request_overcapture,
        setup_future_usage: card?.setup_future_usage ?? undefined,
      }),
    },
  };
}

function defined<T extends object>(value: T): Partial<T> {
  const copy: Partial<T> = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}

/** `payment_method_types` left the requests with the endive releases; older clients still send it. */
export function refuseRemoved(
  isOldVersion: boolean,
  given: { payment_method_types?: unknown },
): void {
  if (!isOldVersion && given.payment_method_types !== undefined) {
    throw unknownParams(["payment_method_types"]);
  }
}
