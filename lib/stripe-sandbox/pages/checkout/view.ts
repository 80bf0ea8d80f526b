import { countries } from "../../browser/shared/countries";
import { formatAmount } from "../../browser/shared/money";
import { emailOf, isFree } from "../../browser/shared/session";
import { fill } from "../../browser/shared/strings";
import type { CheckoutPage } from "../../page-api";
import { html, trusted, type Html } from "../html";
import { layout } from "../layout";
import { billingAddress, consents, customFields, storeWords } from "./extras";
import { taxId } from "./tax-id";
import { field, radio, select, type FormState } from "./field";
import { methodChoice } from "./methods";
import { brandStyle } from "./branding";
import type { PageText } from "./page-text";
import { summary } from "./summary";

export type CheckoutView = {
  page: CheckoutPage;
  text: PageText;
  state: FormState;
  /** A sentence above the form: a decline, or that the total has changed. */
  notice: { kind: "error" | "info"; text: string } | null;
  /** In a frame of the store's page: one column, and a script that talks to that page. */
  isEmbedded: boolean;
  /** What the frame needs to be shown again: its own address with key and parent. */
  action: string;
};

/** The checkout page: a plain form that works by itself, and better with its script. */
export function checkoutView(view: CheckoutView): string {
  const { page, isEmbedded, text } = view;
  const content = html`<div class="checkout" id="checkout">
    ${summary(page, text)} ${checkoutForm(view)}
  </div>`;
  return layout({
    title: `${page.merchant.display_name} – ${text.words.title} (Sandbox)`,
    body: isEmbedded ? "checkout-body embedded" : "checkout-body",
    script: "checkout",
    locale: text.locale,
    style: brandStyle(page),
    content,
  });
}

function checkoutForm({ page, text, state, notice, action }: CheckoutView): Html {
  const { session } = page;
  const label = payLabel(page, text);
  const role = notice?.kind === "error" ? "alert" : "status";
  return html`<main class="form">
    <h1 class="visually-hidden">${text.words.title}</h1>
    ${notice === null ? null : html`<p class="notice ${notice.kind}" role="${role}">${notice.text}</p>`}
    <form
      method="post"
      action="${action}"
      novalidate
      id="pay-form"
      data-processing="${text.words.processing}"
    >
      <input type="hidden" name="shown_total" value="${session.amount_total ?? ""}" />
      <button class="visually-hidden" name="action" value="pay" tabindex="-1" aria-hidden="true">
        ${label}
      </button>
      ${contact(page, text, state)} ${shippingAddress(page, text, state)}
      ${shippingRates(page, text)} ${promotion(page, text, state)}
      ${customFields(page, text, state)} ${isFree(session) ? null : methodChoice(page, text, state)}
      ${billingAddress(page, text, state)} ${taxId(page, text, state)}
      ${consents(page, text, state)} ${storeWords(page, "submit")}
      <button class="button pay" name="action" value="pay">${label}</button>
      <p class="quiet small">${text.words.sandboxNote}</p>
    </form>
  </main>`;
}

function payLabel({ session }: CheckoutPage, { words, locale }: PageText): string {
  if (session.mode === "setup") return words.saveButton;
  if (isFree(session)) return words.completeButton;
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? "usd", locale);
  const template =
    session.submit_type === "book"
      ? words.bookButton
      : session.submit_type === "donate"
        ? words.donateButton
        : words.payButton;
  return fill(template, { amount });
}

function contact(page: CheckoutPage, { words, strings }: PageText, state: FormState): Html {
  const known = page.session.customer === null ? null : emailOf(page.session);
  const asksPhone = page.session.phone_number_collection?.enabled === true;
  const values = { email: emailOf(page.session) ?? "", ...state.values };
  const filled = { ...state, values };
  return html`<fieldset>
    <legend><h2>${words.contact}</h2></legend>
    ${
      known === null
        ? field(filled, {
            name: "email",
            label: strings.email,
            autocomplete: "email",
            type: "email",
            placeholder: "you@example.com",
          })
        : html`<p class="known">${known}</p>`
    }
    ${asksPhone ? field(state, { name: "phone", label: strings.phone, autocomplete: "tel", type: "tel" }) : null}
  </fieldset>`;
}

function shippingAddress(
  page: CheckoutPage,
  { words, strings, locale }: PageText,
  state: FormState,
): Html | null {
  const { session } = page;
  const allowed = session.shipping_address_collection?.allowed_countries;
  if (allowed === undefined) return null;
  const known = session.collected_information?.shipping_details ?? null;
  const values = {
    "shipping.name": known?.name ?? "",
    "shipping.line1": known?.address.line1 ?? "",
    "shipping.line2": known?.address.line2 ?? "",
    "shipping.city": known?.address.city ?? "",
    "shipping.state": known?.address.state ?? "",
    "shipping.postal_code": known?.address.postal_code ?? "",
    ...state.values,
  };
  const filled = { ...state, values };
  const choices = countries(locale).filter(({ code }) => allowed.some((given) => given === code));
  const part = (name: string, label: string, autocomplete: string, className: string) =>
    field(filled, {
      name: `shipping.${name}`,
      label,
      autocomplete: `shipping ${autocomplete}`,
      className,
    });
  return html`<fieldset>
    <legend><h2>${words.shippingAddress}</h2></legend>
    ${storeWords(page, "shipping_address")}
    <div class="grid">
      ${part("name", strings.fullName, "name", "wide")}
      ${select(filled, { name: "shipping.country", label: strings.country, autocomplete: "shipping country", choices, chosen: known?.address.country ?? allowed[0] ?? "US", className: "wide" })}
      ${part("line1", strings.addressLine1, "address-line1", "wide")}
      ${part("line2", strings.addressLine2, "address-line2", "wide")}
      ${part("city", strings.city, "address-level2", "")}
      ${part("postal_code", strings.postalCode, "postal-code", "")}
      ${part("state", fill(words.ifAny, { label: strings.state }), "address-level1", "wide")}
    </div>
  </fieldset>`;
}

function shippingRates(
  { shipping_rates, shipping_rate }: CheckoutPage,
  { words, locale }: PageText,
): Html | null {
  if (shipping_rates.length === 0) return null;
  const rows = shipping_rates.map(({ id, display_name, fixed_amount }) => {
    const minor = fixed_amount?.amount ?? 0;
    const price =
      minor === 0 ? words.free : formatAmount(minor, fixed_amount?.currency ?? "usd", locale);
    const label = html`${display_name ?? words.shipping} <b>${price}</b>`;
    return html`<div class="method">
      ${radio("shipping_rate", id, id === shipping_rate, label)}
    </div>`;
  });
  return html`<fieldset>
    <legend><h2>${words.shippingMethod}</h2></legend>
    <div class="method-list" data-updates>${rows}</div>
    <button class="button plain no-script" name="action" value="update">
      ${words.updateTotal}
    </button>
  </fieldset>`;
}

function promotion(
  { session, promotion_code }: CheckoutPage,
  { words, strings }: PageText,
  state: FormState,
): Html | null {
  if (session.allow_promotion_codes !== true) return null;
  if (promotion_code !== null) {
    return html`<fieldset>
      <legend><h2>${words.promotion}</h2></legend>
      <p class="code">
        <b>${promotion_code.code}</b>
        <button class="button plain" name="action" value="remove_promotion" formnovalidate>
          ${strings.remove}
        </button>
      </p>
    </fieldset>`;
  }
  const isOpen = state.errors["promotion_code"] !== undefined;
  return html`<details class="promotion" ${isOpen ? trusted("open") : null}>
    <summary>${words.addPromotion}</summary>
    <div class="code">
      ${field(state, { name: "promotion_code", label: words.promotion, autocomplete: "off" })}
      <button class="button plain" name="action" value="apply_promotion" formnovalidate>
        ${words.apply}
      </button>
    </div>
  </details>`;
}
