import type Stripe from "stripe";
import { createApi, type Api, type ApiResult } from "../../browser/shared/api";
import { formatAmount } from "../../browser/shared/money";
import { emailOf, isFree } from "../../browser/shared/session";
import type { CheckoutPage } from "../../page-api";
import { fill } from "../../browser/shared/strings";
import type { FormState } from "./field";
import { REMOVE } from "./methods";
import type { PageText } from "./page-text";
import { echo, formErrors, methodParams, sessionParams, type Params } from "./read-form";

/** What the shopper sees next. */
export type Outcome =
  | { kind: "form"; state: FormState; notice: { kind: "error" | "info"; text: string } | null }
  /** A page of a bank, or a voucher; some are small enough for an overlay. */
  | { kind: "leave"; url: string; fitsOverlay: boolean }
  /** Or waiting for an answer from elsewhere: the page as it is now tells which. */
  | { kind: "done" };

type Submission = {
  origin: string;
  page: CheckoutPage;
  text: PageText;
  /** Sessions of the hosted page have none; their id is secret enough. */
  clientSecret: string | undefined;
  form: Record<string, string>;
  /** On a page of its own, where a bank's page can take its place. */
  isHosted: boolean;
};

/**
 * Does with a posted form what Stripe.js does in a browser, and through the same public API: tell
 * the session, make a payment method, confirm.
 */
export async function submitCheckout(submission: Submission): Promise<Outcome> {
  const { origin, form, page, text } = submission;
  const api = createApi({
    origin,
    publishableKey: "pk_test_sandbox",
    stripeAccount: undefined,
    locale: text.locale,
  });
  const action = form["action"] ?? "pay";
  if (action === "pay") {
    const errors = formErrors(page, form, text, new Date());
    if (Object.keys(errors).length > 0) return again(form, null, errors);
  }
  const told = await tell(api, submission, action);
  if (told.error) {
    const message = told.error.message ?? text.words.failed;
    const field = action === "apply_promotion" ? "promotion_code" : fields[told.error.code ?? ""];
    if (field === undefined) return again(form, { kind: "error", text: message });
    return again(form, null, { [field]: message });
  }
  if (action !== "pay") return again(form, null);
  const shown = form["shown_total"];
  const { amount_total, currency } = told.value.session;
  if (shown !== undefined && shown !== "" && Number(shown) !== amount_total) {
    const total = formatAmount(amount_total ?? 0, currency ?? "usd", text.locale);
    const words = fill(text.words.totalChanged, { amount: total });
    return again(form, { kind: "info", text: words });
  }
  return pay(api, submission, told.value);
}

/** Refusals that are about one field. */
const fields: Readonly<Record<string, string>> = { tax_id_invalid: "tax_id" };

function tell(api: Api, { page, clientSecret, form }: Submission, action: string) {
  const params: Params = sessionParams(page, form);
  if (action === "apply_promotion") params["promotion_code"] = form["promotion_code"]?.trim();
  if (action === "remove_promotion") params["promotion_code"] = "";
  if (action.startsWith(REMOVE)) params["remove_payment_method"] = action.slice(REMOVE.length);
  const path = `/v1/payment_pages/${page.session.id}`;
  return api.post<CheckoutPage>(path, { client_secret: clientSecret, ...params });
}

async function pay(
  api: Api,
  { clientSecret, form, isHosted, text }: Submission,
  page: CheckoutPage,
): Promise<Outcome> {
  const made = await paymentMethod(api, form, page);
  if (made.error) return again(form, { kind: "error", text: made.error.message ?? "" });
  const confirmed = await api.post<CheckoutPage>(`/v1/payment_pages/${page.session.id}/confirm`, {
    client_secret: clientSecret,
    payment_method: made.value?.id,
    payment_method_options:
      form["method"] === "blik" ? { blik: { code: form["blik.blik"]?.trim() } } : undefined,
    hosted: isHosted ? true : undefined,
    save_payment_method: form["save"] === "1" ? true : undefined,
    expected_amount: page.session.amount_total ?? undefined,
  });
  if (confirmed.error) {
    return again(form, { kind: "error", text: confirmed.error.message ?? text.words.failed });
  }
  return nextStep(confirmed.value);
}

/** What was filled in becomes a payment method; a saved one is one already; nothing needs none. */
async function paymentMethod(
  api: Api,
  form: Record<string, string>,
  page: CheckoutPage,
): Promise<ApiResult<{ id: string } | undefined>> {
  if (isFree(page.session)) return { value: undefined };
  const params = methodParams(form, emailOf(page.session));
  if (params === null) return { value: { id: form["method"] ?? "" } };
  return api.post<Stripe.PaymentMethod>("/v1/payment_methods", params);
}

function nextStep({ session, payment_intent, setup_intent }: CheckoutPage): Outcome {
  const intent = payment_intent ?? setup_intent;
  const action = intent?.next_action ?? null;
  // The order is placed, and the shopper needs the voucher to pay it.
  const details: unknown = action === null ? null : Reflect.get(action, action.type);
  const { hosted_voucher_url: slip } = Object(details);
  if (typeof slip === "string") return { kind: "leave", url: slip, fitsOverlay: true };
  if (session.status === "complete") return { kind: "done" };
  const sdk = Object(action?.use_stripe_sdk).stripe_js;
  if (typeof sdk === "string")
    return { kind: "leave", url: sdk.split("?")[0] ?? sdk, fitsOverlay: true };
  const { url: redirect } = Object(details);
  if (typeof redirect === "string") return { kind: "leave", url: redirect, fitsOverlay: false };
  return { kind: "done" };
}

function again(
  form: Record<string, string>,
  notice: { kind: "error" | "info"; text: string } | null,
  errors: Record<string, string> = {},
): Outcome {
  return { kind: "form", state: { values: echo(form), errors }, notice };
}
