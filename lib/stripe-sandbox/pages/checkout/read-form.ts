import type { FormValue } from "../../browser/shared/api";
import { brandOf } from "../../browser/shared/card-brand";
import * as check from "../../browser/shared/card-fields";
import type { MethodField } from "../../browser/shared/methods";
import type { CheckoutPage } from "../../page-api";
import { customName } from "./extras";
import { askedFields } from "./methods";
import type { PageText } from "./page-text";
import { requiresTaxId, taxIdParams } from "./tax-id";

export type Params = { [key: string]: FormValue };

/** What the shopper told about themselves, as `POST /v1/payment_pages/:id` takes it. */
export function sessionParams(page: CheckoutPage, form: Record<string, string>): Params {
  const { session } = page;
  const asksAddress = session.shipping_address_collection !== null;
  const line1 = form["shipping.line1"]?.trim();
  return {
    email: form["email"]?.trim() || undefined,
    phone: form["phone"]?.trim() || undefined,
    shipping_rate: form["shipping_rate"] || undefined,
    ...extraParams(page, form),
    shipping_address:
      asksAddress && line1
        ? {
            name: form["shipping.name"]?.trim(),
            address: {
              line1,
              line2: form["shipping.line2"]?.trim() || undefined,
              city: form["shipping.city"]?.trim(),
              state: form["shipping.state"]?.trim() || undefined,
              postal_code: form["shipping.postal_code"]?.trim(),
              country: form["shipping.country"],
            },
          }
        : undefined,
  };
}

/** A store's own fields and what the shopper agreed to. */
function extraParams({ session }: CheckoutPage, form: Record<string, string>): Params {
  const asked = session.consent_collection;
  const promotions = form["promotions"] === "1" ? "opt_in" : "opt_out";
  return {
    custom_fields: session.custom_fields.map(({ key }) => ({
      key,
      value: form[customName(key)]?.trim() ?? "",
    })),
    consent:
      asked === null
        ? undefined
        : {
            terms_of_service: form["terms"] === "1" ? "accepted" : undefined,
            promotions: asked.promotions === "auto" ? promotions : undefined,
          },
    billing_address: billingParams(session, form),
    ...taxIdParams(session, form),
  };
}

/** Taxes need at least a country; it stands with the card. */
function billingParams(
  session: CheckoutPage["session"],
  form: Record<string, string>,
): Params | undefined {
  const line1 = form["billing.line1"]?.trim();
  const isAsked = session.billing_address_collection === "required" && line1 !== undefined;
  const country = form["country"] || undefined;
  if (!isAsked && !(session.automatic_tax.enabled && country !== undefined)) return undefined;
  return {
    line1: line1 || undefined,
    city: form["billing.city"]?.trim() || undefined,
    state: form["billing.state"]?.trim() || undefined,
    postal_code: form["postal_code"]?.trim() || undefined,
    country,
  };
}

/** What is wrong with the form, by field; the script says the same while the shopper types. */
export function formErrors(
  page: CheckoutPage,
  form: Record<string, string>,
  { words, strings }: PageText,
  now: Date,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const note = (name: string, { problem }: check.FieldCheck) => {
    if (problem !== null) errors[name] = strings.problems[problem];
  };
  const text = (name: string) => form[name] ?? "";
  if ("email" in form) note("email", check.checkEmail(text("email")));
  if ("phone" in form) note("phone", check.checkFilled(text("phone")));
  if (page.session.shipping_address_collection !== null) {
    for (const name of ["name", "line1", "city", "postal_code"]) {
      note(`shipping.${name}`, check.checkFilled(text(`shipping.${name}`)));
    }
  }
  for (const { key, optional } of page.session.custom_fields) {
    if (!optional) note(customName(key), check.checkFilled(text(customName(key))));
  }
  if (page.session.consent_collection?.terms_of_service === "required" && text("terms") !== "1") {
    errors["terms"] = words.agree;
  }
  if (page.session.billing_address_collection === "required") {
    for (const part of ["billing.line1", "billing.city"]) note(part, check.checkFilled(text(part)));
  }
  if (requiresTaxId(page.session)) note("tax_id", check.checkFilled(text("tax_id")));
  const method = text("method");
  if (method === "card") {
    note("number", check.checkNumber(text("number")));
    note("expiry", check.checkExpiry(check.formatExpiry(text("expiry")), now));
    note("cvc", check.checkCvc(text("cvc"), brandOf(check.digitsOf(text("number")))));
    if (check.asksForPostalCode(text("country"))) {
      note("postal_code", check.checkPostalCode(text("postal_code"), text("country")));
    }
  }
  for (const name of askedFields(method)) {
    const value = text(`${method}.${name}`);
    note(`${method}.${name}`, name === "iban" ? check.checkIban(value) : check.checkFilled(value));
  }
  return errors;
}

/** `POST /v1/payment_methods` for what was filled in; null for a method that is saved already. */
export function methodParams(form: Record<string, string>, email: string | null): Params | null {
  const method = form["method"] ?? "card";
  if (/^(pm|card)_/.test(method)) return null;
  const contact = { email: form["email"]?.trim() || email || undefined };
  if (method !== "card") return otherMethodParams(method, form, contact);
  const { month, year } = check.readExpiry(check.formatExpiry(form["expiry"] ?? ""));
  return {
    type: "card",
    card: {
      number: check.digitsOf(form["number"] ?? ""),
      exp_month: month,
      exp_year: year,
      cvc: check.digitsOf(form["cvc"] ?? ""),
    },
    billing_details: {
      ...contact,
      name: form["cardholder"]?.trim() || undefined,
      address: {
        country: form["country"],
        postal_code: form["postal_code"]?.trim() || undefined,
      },
    },
  };
}

function otherMethodParams(type: string, form: Record<string, string>, contact: Params): Params {
  const value = (name: MethodField) => form[`${type}.${name}`]?.trim() || undefined;
  const details: Readonly<Record<string, Params>> = {
    au_becs_debit: { bsb_number: value("bsb"), account_number: value("account") },
    bacs_debit: { sort_code: value("sortCode"), account_number: value("account") },
    sepa_debit: { iban: value("iban")?.replace(/\s/g, "") },
    us_bank_account: {
      routing_number: value("routing"),
      account_number: value("account"),
      account_holder_type: "individual",
    },
    boleto: { tax_id: value("taxId") },
  };
  const address = {
    line1: value("line1"),
    city: value("city"),
    state: value("state"),
    postal_code: value("postalCode"),
    country: type === "boleto" ? "BR" : undefined,
  };
  return {
    type,
    [type]: details[type],
    billing_details: { ...contact, name: value("name"), address },
  };
}

/** The form without what must never be sent back to a browser. */
export function echo(form: Record<string, string>): Record<string, string> {
  const { number: _number, expiry: _expiry, cvc: _cvc, ...rest } = form;
  return rest;
}
