import { countries } from "../../browser/shared/countries";
import { formatAmount } from "../../browser/shared/money";
import { emailOf, isFree } from "../../browser/shared/session";
import { english } from "../../browser/shared/strings";
import type { CheckoutPage } from "../../page-api";
import { html, trusted, type Html } from "../html";
import { layout } from "../layout";
import { billingAddress, consents, customFields, storeWords } from "./extras";
import { field, radio, select, type FormState } from "./field";
import { methodChoice } from "./methods";
import { summary } from "./summary";

export type CheckoutView = {
  page: CheckoutPage;
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
  const { page, isEmbedded } = view;
  const content = html`<div class="checkout" id="checkout">
    ${summary(page)} ${checkoutForm(view)}
  </div>`;
  return layout({
    title: `${page.merchant.display_name} – Checkout (Sandbox)`,
    body: isEmbedded ? "checkout-body embedded" : "checkout-body",
    script: "checkout",
    content,
  });
}

function checkoutForm({ page, state, notice, action }: CheckoutView): Html {
  const { session } = page;
  const label = payLabel(page);
  const role = notice?.kind === "error" ? "alert" : "status";
  return html`<main class="form">
    <h1 class="visually-hidden">Checkout</h1>
    ${notice === null ? null : html`<p class="notice ${notice.kind}" role="${role}">${notice.text}</p>`}
    <form method="post" action="${action}" novalidate id="pay-form">
      <input type="hidden" name="shown_total" value="${session.amount_total ?? ""}" />
      <button class="visually-hidden" name="action" value="pay" tabindex="-1" aria-hidden="true">
        Pay
      </button>
      ${contact(page, state)} ${shippingAddress(page, state)} ${shippingRates(page)}
      ${promotion(page, state)} ${customFields(page, state)}
      ${isFree(session) ? null : methodChoice(page, state)} ${billingAddress(page, state)}
      ${consents(page, state)} ${storeWords(page, "submit")}
      <button class="button pay" name="action" value="pay">${label}</button>
      <p class="quiet small">
        This is a sandbox: no real money moves. Try card 4242 4242 4242 4242 with any future date
        and any CVC.
      </p>
    </form>
  </main>`;
}

function payLabel({ session }: CheckoutPage): string {
  if (session.mode === "setup") return "Save payment method";
  if (isFree(session)) return "Complete order";
  return `Pay ${formatAmount(session.amount_total ?? 0, session.currency ?? "usd", "en")}`;
}

function contact(page: CheckoutPage, state: FormState): Html {
  const known = page.session.customer === null ? null : emailOf(page.session);
  const asksPhone = page.session.phone_number_collection?.enabled === true;
  const values = { email: emailOf(page.session) ?? "", ...state.values };
  const filled = { ...state, values };
  return html`<fieldset>
    <legend><h2>Contact</h2></legend>
    ${
      known === null
        ? field(filled, {
            name: "email",
            label: english.email,
            autocomplete: "email",
            type: "email",
            placeholder: "you@example.com",
          })
        : html`<p class="known">${known}</p>`
    }
    ${asksPhone ? field(state, { name: "phone", label: english.phone, autocomplete: "tel", type: "tel" }) : null}
  </fieldset>`;
}

function shippingAddress(page: CheckoutPage, state: FormState): Html | null {
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
  const choices = countries("en").filter(({ code }) => allowed.some((given) => given === code));
  const part = (name: string, label: string, autocomplete: string, className: string) =>
    field(filled, {
      name: `shipping.${name}`,
      label,
      autocomplete: `shipping ${autocomplete}`,
      className,
    });
  return html`<fieldset>
    <legend><h2>Shipping address</h2></legend>
    ${storeWords(page, "shipping_address")}
    <div class="grid">
      ${part("name", english.fullName, "name", "wide")}
      ${select(filled, { name: "shipping.country", label: english.country, autocomplete: "shipping country", choices, chosen: known?.address.country ?? allowed[0] ?? "US", className: "wide" })}
      ${part("line1", english.addressLine1, "address-line1", "wide")}
      ${part("line2", english.addressLine2, "address-line2", "wide")}
      ${part("city", english.city, "address-level2", "")}
      ${part("postal_code", english.postalCode, "postal-code", "")}
      ${part("state", `${english.state} (if you have one)`, "address-level1", "wide")}
    </div>
  </fieldset>`;
}

function shippingRates({ shipping_rates, shipping_rate }: CheckoutPage): Html | null {
  if (shipping_rates.length === 0) return null;
  const rows = shipping_rates.map(({ id, display_name, fixed_amount }) => {
    const minor = fixed_amount?.amount ?? 0;
    const price = minor === 0 ? "Free" : formatAmount(minor, fixed_amount?.currency ?? "usd", "en");
    const label = html`${display_name ?? "Shipping"} <b>${price}</b>`;
    return html`<div class="method">
      ${radio("shipping_rate", id, id === shipping_rate, label)}
    </div>`;
  });
  return html`<fieldset>
    <legend><h2>Shipping method</h2></legend>
    <div class="method-list" data-updates>${rows}</div>
    <button class="button plain no-script" name="action" value="update">Update total</button>
  </fieldset>`;
}

function promotion({ session, promotion_code }: CheckoutPage, state: FormState): Html | null {
  if (session.allow_promotion_codes !== true) return null;
  if (promotion_code !== null) {
    return html`<fieldset>
      <legend><h2>Promotion code</h2></legend>
      <p class="code">
        <b>${promotion_code.code}</b>
        <button class="button plain" name="action" value="remove_promotion" formnovalidate>
          Remove
        </button>
      </p>
    </fieldset>`;
  }
  const isOpen = state.errors["promotion_code"] !== undefined;
  return html`<details class="promotion" ${isOpen ? trusted("open") : null}>
    <summary>Add promotion code</summary>
    <div class="code">
      ${field(state, { name: "promotion_code", label: "Promotion code", autocomplete: "off" })}
      <button class="button plain" name="action" value="apply_promotion" formnovalidate>
        Apply
      </button>
    </div>
  </details>`;
}
