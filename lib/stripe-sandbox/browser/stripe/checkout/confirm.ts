import type {
  PaymentMethod,
  StripeCheckoutContact,
  StripeCheckoutConfirmResult,
  StripeCheckoutLoadActionsSuccess,
  StripeError,
} from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";
import type { CheckoutPage } from "../../shared/checkout-page";
import { refusalIn } from "../../shared/refusals";
import { emailOf, isFree } from "../../shared/session";
import { leave, never, performNextAction } from "../next-action";
import type { AddressType } from "./address-elements";
import { contactParams } from "./contact-params";
import { errorMessage, type CheckoutStore } from "./store";

type Args = NonNullable<Parameters<StripeCheckoutLoadActionsSuccess["confirm"]>[0]>;

/** What is to be charged: an id, and what the form says about saving it. */
export type Collected = {
  paymentMethod: string;
  /** The created object, for callers that hand it to the store. */
  object?: PaymentMethod;
  save?: boolean;
  /** What the mounted address forms say. */
  billingAddress?: StripeCheckoutContact;
  shippingAddress?: StripeCheckoutContact;
  options?: { [key: string]: FormValue };
};

export type Unfilled = { element: "payment" | AddressType; message: string };

export type ConfirmTools = {
  origin: string;
  store: CheckoutStore;
  /** Asks the mounted payment form, or the wallet that an event belongs to. */
  collect(args: Args): Promise<Collected | { error: StripeError }>;
  /** The first element of the page that is not filled in. */
  validate(): Promise<Unfilled | null>;
};

/**
 * Collect, confirm, authenticate, look again. A decline leaves the session open and comes back as
 * an error; success goes to the return URL unless the caller asked to stay.
 */
export async function confirmCheckout(
  tools: ConfirmTools,
  args: Args,
): Promise<StripeCheckoutConfirmResult> {
  const { store, origin } = tools;
  const problem = missing(store, args);
  if (problem !== null) return refusal(problem);

  const collected = await collect(tools, args);
  if ("error" in collected) return refusal(errorMessage(collected.error));

  const confirmed = await store.post("/confirm", confirmParams(store.page(), args, collected));
  if (confirmed.error) return failed(store, confirmed.error);

  const intentOf = ({ payment_intent, setup_intent }: CheckoutPage) =>
    payment_intent ?? setup_intent;
  const action = await performNextAction(origin, intentOf(confirmed.value), async () => {
    const looked = await store.refresh();
    return looked.error ? null : intentOf(looked.value);
  });
  if (action === "left") return never;
  if (action === "done") {
    const looked = await store.refresh();
    if (looked.error) return refusal(errorMessage(looked.error));
  }
  return conclude(store.page(), tools, args);
}

async function collect(
  { store, collect: fromForm }: ConfirmTools,
  args: Args,
): Promise<Partial<Collected> | { error: StripeError }> {
  if (args.paymentMethod) return { paymentMethod: args.paymentMethod };
  return isFree(store.page().session) ? {} : fromForm(args);
}

function conclude(
  page: CheckoutPage,
  { store }: ConfirmTools,
  args: Args,
): StripeCheckoutConfirmResult | Promise<never> {
  if (page.session.status !== "complete") {
    const error = page.last_payment_error && refusalIn(store.locale(), page.last_payment_error);
    const message = error?.message ?? "We were unable to complete your payment. Please try again.";
    return paymentFailed(message, error?.decline_code ?? null);
  }
  const returnUrl = args.returnUrl ?? page.session.return_url ?? page.session.success_url;
  if (args.redirect !== "if_required" && returnUrl) {
    leave(returnUrl.replaceAll("{CHECKOUT_SESSION_ID}", page.session.id));
    return never;
  }
  return { type: "success", session: store.session() };
}

function missing(store: CheckoutStore, args: Args): string | null {
  const { session } = store.page();
  if (session.status === "complete") return "This Checkout Session has already been completed.";
  if (session.status === "expired") return "This Checkout Session has expired.";
  const email = args.email ?? emailOf(session);
  if (email === null && session.customer === null) {
    return "An email is required to confirm this Checkout Session: pass one to confirm() or call updateEmail().";
  }
  return null;
}

function confirmParams(
  { session }: CheckoutPage,
  args: Args,
  { paymentMethod, save, options, billingAddress, shippingAddress }: Partial<Collected>,
): { [key: string]: FormValue } {
  return {
    payment_method: paymentMethod,
    payment_method_options: options,
    save_payment_method: args.savePaymentMethod ?? (save || undefined),
    return_url: args.returnUrl,
    email: args.email,
    phone: args.phoneNumber,
    billing_address: contactParams(args.billingAddress ?? billingAddress),
    shipping_address: contactParams(args.shippingAddress ?? shippingAddress),
    expected_amount: session.amount_total ?? undefined,
  };
}

async function failed(
  store: CheckoutStore,
  error: StripeError,
): Promise<StripeCheckoutConfirmResult> {
  await store.refresh();
  const message = errorMessage(error);
  if (error.type !== "card_error") return refusal(message);
  return paymentFailed(message, error.decline_code ?? null);
}

function paymentFailed(message: string, declineCode: string | null): StripeCheckoutConfirmResult {
  return {
    type: "error",
    error: { message, code: "paymentFailed", paymentFailed: { declineCode } },
  };
}

function refusal(message: string): StripeCheckoutConfirmResult {
  return { type: "error", error: { message, code: null } };
}
