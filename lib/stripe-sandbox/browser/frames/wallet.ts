import type { PaymentMethod } from "@stripe/stripe-js";
import { createApi } from "../shared/api";
import { applyAppearance } from "../shared/appearance";
import { brandArt } from "../shared/brand-art";
import * as check from "../shared/card-fields";
import { drawing, h } from "../shared/dom";
import { formatAmount } from "../shared/money";
import type { FrameInit } from "../shared/protocol";
import { english } from "../shared/strings";
import type { WalletContact, WalletPayment, WalletRequest } from "../shared/wallet";
import { textField, type Field } from "./kit/field";
import { connectFrame } from "./kit/link";

/**
 * The sheet of the simulated wallet. It holds one test card and the address of a made-up shopper,
 * both of which can be changed, so that a store's express checkout can be tried to its end.
 */
const cards = [
  { name: "Visa", brand: "visa", number: "4242424242424242", note: "succeeds" },
  { name: "Visa", brand: "visa", number: "4000000000009995", note: "insufficient funds" },
  { name: "Mastercard", brand: "mastercard", number: "5555555555554444", note: "succeeds" },
];

let close: (() => void) | null = null;

const link = connectFrame({
  init(given) {
    applyAppearance({});
    render(given);
    link.emit("ready");
  },
  update: () => undefined,
  act(act) {
    if (act === "focus") document.querySelector<HTMLElement>("[data-first]")?.focus();
  },
  async call(method, params) {
    if (method === "paymentFailed") showFailure(String(params["message"] ?? "Payment failed."));
    return { value: null };
  },
});

window.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close?.();
});

function render(given: FrameInit): void {
  const request = readRequest(given);
  const contact = contactFields(request);
  const choice = cardChoice();
  const rates = rateChoice(request, given);
  const alert = h("p", { class: "Error", role: "alert", id: "wallet-error", hidden: true });
  const pay = h("button", { type: "submit", class: "Pay" }, payLabel(given));
  const cancel = h("button", { type: "button", class: "Link", "data-first": true }, "Cancel");
  const heading = h("h1", {}, "Sandbox Pay");
  const mark = h("p", { class: "SandboxMark" }, h("span", {}, "Sandbox"), "No real money moves.");
  close = () => link.emit("walletcancel");
  cancel.addEventListener("click", () => close?.());
  const form = h(
    "form",
    { class: "Sheet", novalidate: true, "aria-label": "Sandbox Pay" },
    h("header", {}, heading, cancel),
    h("p", { class: "TermsText" }, `Pay ${given.payment?.merchantName ?? "the merchant"}`),
    choice.element,
    h("div", { class: "Fields" }, ...contact.map(({ element }) => element)),
    rates.element,
    alert,
    pay,
    mark,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = contact.filter((field) => field.check(true).problem !== null);
    if (wrong[0]) return wrong[0].input.focus();
    pay.disabled = true;
    const details = readContact(contact);
    const made = await createMethod(given, choice.number(), details);
    pay.disabled = false;
    if (made.error) return showFailure(made.error.message ?? "The card was refused.");
    const payment: WalletPayment = {
      paymentMethod: made.value.id,
      contact: details,
      rateId: rates.chosen(),
    };
    link.emit("walletpaid", payment);
  });
  document.body.classList.add("WalletFrame");
  document.body.replaceChildren(form);
}

function payLabel({ payment, locale }: FrameInit): string {
  if (payment?.amount == null || payment.currency === null) return "Pay";
  return `Pay ${formatAmount(payment.amount, payment.currency, locale)}`;
}

function showFailure(message: string): void {
  const alert = document.getElementById("wallet-error");
  if (alert === null) return;
  alert.textContent = message;
  alert.hidden = false;
}

function cardChoice() {
  const select = h("select", { class: "Input", id: "wallet-card" });
  for (const { name, number, note } of cards) {
    select.append(h("option", { value: number }, `${name} •••• ${number.slice(-4)} (${note})`));
  }
  const label = h("label", { class: "Label", for: "wallet-card" }, "Card");
  const art = drawing(brandArt("visa"), "Brands");
  const element = h("div", { class: "Field" }, label, h("div", { class: "Control" }, select, art));
  return { element, number: () => select.value };
}

function contactFields(request: WalletRequest): Field[] {
  const events = { strings: english, changed: () => undefined };
  const text = (name: string, label: string, value: string) => {
    const field = textField({ name, label, check: check.checkFilled }, events);
    field.set(value);
    return field;
  };
  const fields = [text("name", english.fullName, "Jenny Rosen")];
  if (request.wantsEmail) fields.push(text("email", english.email, "jenny.rosen@example.com"));
  if (request.wantsPhone) fields.push(text("phone", english.phone, "+1 415 555 0132"));
  if (request.wantsShipping) {
    fields.push(
      text("line1", english.addressLine1, "354 Oyster Point Blvd"),
      text("city", english.city, "South San Francisco"),
      text("state", english.state, "CA"),
      text("postalCode", english.zip, "94080"),
      text("country", english.country, request.allowedCountries?.[0] ?? "US"),
    );
  }
  return fields;
}

function rateChoice({ rates }: WalletRequest, { payment, locale }: FrameInit) {
  const legend = h("legend", { class: "Label" }, "Shipping");
  const element = h("fieldset", { class: "Rates", hidden: rates.length === 0 }, legend);
  rates.forEach(({ id, amount, displayName }, index) => {
    const radio = h("input", { type: "radio", name: "rate", value: id, checked: index === 0 });
    const price = formatAmount(amount, payment?.currency ?? "usd", locale);
    element.append(h("label", { class: "Checkbox" }, radio, `${displayName}: ${price}`));
  });
  const chosen = () => element.querySelector<HTMLInputElement>("input:checked")?.value ?? null;
  return { element, chosen };
}

function readContact(fields: readonly Field[]): WalletContact {
  const of = (name: string, otherwise: string) =>
    fields.find(({ spec }) => spec.name === name)?.value.trim() ?? otherwise;
  return {
    name: of("name", "Jenny Rosen"),
    email: of("email", ""),
    phone: of("phone", ""),
    address: {
      line1: of("line1", "354 Oyster Point Blvd"),
      line2: null,
      city: of("city", "South San Francisco"),
      state: of("state", "CA"),
      postal_code: of("postalCode", "94080"),
      country: of("country", "US"),
    },
  };
}

function createMethod(given: FrameInit, number: string, contact: WalletContact) {
  const { publishableKey, stripeAccount } = given;
  const api = createApi({ origin: location.origin, publishableKey, stripeAccount });
  const { name, email, phone, address } = contact;
  return api.post<PaymentMethod>("/v1/payment_methods", {
    type: "card",
    card: { number, exp_month: 12, exp_year: new Date().getFullYear() + 3, cvc: "123" },
    billing_details: {
      name,
      email: email || undefined,
      phone: phone || undefined,
      address: { ...address, line2: undefined },
    },
  });
}

function readRequest({ options }: FrameInit): WalletRequest {
  return Object(options["request"]);
}
