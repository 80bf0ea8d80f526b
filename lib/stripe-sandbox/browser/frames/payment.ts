import type { PaymentMethod } from "@stripe/stripe-js";
import { createApi, type Api, type FormValue } from "../shared/api";
import { applyAppearance } from "../shared/appearance";
import { h } from "../shared/dom";
import type { FrameAnswer, FrameInit, FramePayment, FrameUpdate } from "../shared/protocol";
import { stringsFor } from "../shared/strings";
import { applyFonts } from "./kit/fonts";
import { connectFrame } from "./kit/link";
import { buildPanels, readLayout } from "./payment-form/build";
import { chooser, type Chooser } from "./payment-form/chooser";
import { carryOver, isComplete, isEmpty, validationError, type Panel } from "./payment-form/panel";

/**
 * The document inside a Payment Element. What the shopper types goes from here straight to the
 * sandbox's API; the page around it learns the id of the payment method that came of it.
 */
let init: FrameInit | null = null;
let form: Chooser | null = null;
let panels: readonly Panel[] = [];

const link = connectFrame({
  init: start,
  update,
  act(act) {
    if (act === "collapse") form?.collapse();
    if (act === "focus") document.querySelector<HTMLElement>("input, button, select")?.focus();
    if (act === "blur" && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
    if (act === "clear" && init !== null) render(init, false);
  },
  async call(method, params) {
    if (init === null) return { error: { type: "api_error", message: "The form is not ready." } };
    if (method === "validate") return validate(init);
    if (method === "createPaymentMethod") return createPaymentMethod(init, params);
    return { error: { type: "invalid_request_error", message: `Unknown request: ${method}.` } };
  },
});

function start(given: FrameInit): void {
  init = given;
  applyAppearance(given.appearance);
  applyFonts(given.fonts);
  render(given);
  link.emit("ready");
}

function update(changes: FrameUpdate): void {
  if (init === null) return;
  const before = init;
  init = { ...init, ...changes, options: { ...init.options, ...changes.options } };
  if (changes.appearance) applyAppearance(changes.appearance);
  if (changes.fonts) applyFonts(changes.fonts);
  // Building the form anew would empty it, so only what it shows makes it worth that.
  const isSame = shownOf(init.payment) === shownOf(before.payment);
  if (!isSame || changes.options || changes.locale) render(init);
}

function shownOf(payment: FramePayment | null): string {
  if (payment === null) return "";
  const { methodTypes, savedCards, offersSaving, mode } = payment;
  return JSON.stringify([methodTypes, savedCards, offersSaving, mode]);
}

function render(given: FrameInit, keepsTyped = true): void {
  document.documentElement.lang = given.locale === "auto" ? navigator.language : given.locale;
  const strings = stringsFor(given.locale);
  const before = form?.chosen?.type ?? null;
  const typed = panels;
  panels = buildPanels(given, { changed: announce, removeSavedCard: removeCard });
  if (keepsTyped) for (const panel of panels) carryOver(typed, panel);
  form = chooser(panels, { ...readLayout(given.options), before, strings, changed: announce });
  const mark = h("p", { class: "SandboxMark" }, h("span", {}, strings.sandbox));
  mark.append(strings.noMoney);
  document.body.replaceChildren(h("div", { class: "Form" }, form.element, mark));
  announce();
}

let announced = "";

function announce(): void {
  const panel = form?.chosen ?? null;
  const card = panel?.type === "card" ? panel : null;
  const valueOf = (name: string) =>
    card?.fields.find(({ spec, element }) => spec.name === name && !element.hidden)?.value ?? null;
  const payload = {
    elementType: "payment",
    empty: panel === null || isEmpty(panel),
    complete: panel !== null && isComplete(panel),
    collapsed: panel === null,
    value: {
      type: panel?.type ?? "",
      savePaymentMethod: panel?.wantsSaving() ?? false,
      billingDetails: {
        address: { country: valueOf("country"), postalCode: valueOf("postalCode") },
      },
      payment_method: panel?.savedId() ? { id: panel.savedId(), type: "card" } : undefined,
    },
  };
  const text = JSON.stringify(payload);
  if (text !== announced) link.emit("change", payload);
  announced = text;
}

function validate({ locale }: FrameInit): FrameAnswer {
  const panel = form?.chosen ?? null;
  const strings = stringsFor(locale);
  if (panel === null) {
    return {
      error: {
        type: "validation_error",
        code: "incomplete_payment_details",
        message: strings.fillIn,
      },
    };
  }
  const error = validationError(panel, strings);
  return error === null ? { value: { type: panel.type } } : { error };
}

async function createPaymentMethod(
  given: FrameInit,
  params: Record<string, unknown>,
): Promise<FrameAnswer> {
  const checked = validate(given);
  const panel = form?.chosen ?? null;
  if (checked.error || panel === null) return checked;
  const saved = panel.savedId();
  if (saved !== null) return { value: { paymentMethod: { id: saved }, isSaved: true } };
  const { data, options } = panel.data();
  const body = { ...data, ...mergedBilling(data, params) };
  const created = await api(given).post<PaymentMethod>("/v1/payment_methods", body);
  if (created.error) return { error: created.error };
  const save = panel.wantsSaving();
  return { value: { paymentMethod: created.value, save, options } };
}

/** What the store says about the shopper fills the gaps of what the form asked. */
function mergedBilling(data: { [key: string]: FormValue }, params: Record<string, unknown>) {
  const typed = recordOf(data["billing_details"]);
  const known = recordOf(params["billing_details"]);
  const address = { ...recordOf(known["address"]), ...definedOf(recordOf(typed["address"])) };
  return { billing_details: { ...known, ...definedOf(typed), address } };
}

function recordOf(value: unknown): { [key: string]: FormValue } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function definedOf(values: { [key: string]: FormValue }): { [key: string]: FormValue } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The page asks the API; a card that is gone disappears with the next state of the payment. */
function removeCard(id: string): void {
  link.emit("removesavedcard", { id });
}

function api({ publishableKey, stripeAccount, locale }: FrameInit): Api {
  return createApi({ origin: location.origin, publishableKey, stripeAccount, locale });
}
