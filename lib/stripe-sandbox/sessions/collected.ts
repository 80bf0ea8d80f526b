import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import type { CreateSession } from "./session-params";
import type { CustomFieldInput } from "./session-parts";

/** What a session collects besides the payment: a store's own fields, and agreements. */
type Session = Stripe.Checkout.Session;

export function customFieldOf(field: CustomFieldInput): Stripe.Checkout.Session.CustomField {
  const { key, label, optional = false, type } = field;
  const base = { key, label, optional, type };
  if (type === "dropdown") {
    const { options = [], default_value = null } = field.dropdown ?? {};
    return { ...base, dropdown: { default_value, options, value: null } };
  }
  const { default_value = null, maximum_length = null, minimum_length = null } = field[type] ?? {};
  const fresh = { default_value, maximum_length, minimum_length, value: null };
  return type === "numeric" ? { ...base, numeric: fresh } : { ...base, text: fresh };
}

export function consentCollectionOf(given: CreateSession): Session["consent_collection"] {
  const asked = given.consent_collection;
  if (asked === undefined) return null;
  return {
    payment_method_reuse_agreement: asked.payment_method_reuse_agreement ?? null,
    promotions: asked.promotions ?? null,
    terms_of_service: asked.terms_of_service ?? null,
  };
}

export type CustomValue = { key: string; value: string };

export function withCustomValues(
  session: Session,
  values: readonly CustomValue[],
): Session["custom_fields"] {
  const stranger = values.find(({ key }) => !session.custom_fields.some((it) => it.key === key));
  if (stranger !== undefined) {
    throw invalidRequest(`No such custom field: '${stranger.key}'`, { param: "custom_fields" });
  }
  return session.custom_fields.map((field) => {
    const given = values.find(({ key }) => key === field.key);
    if (given === undefined) return field;
    const value = given.value === "" ? null : given.value;
    if (field.dropdown !== undefined) return { ...field, dropdown: { ...field.dropdown, value } };
    if (field.numeric !== undefined) return { ...field, numeric: { ...field.numeric, value } };
    return field.text === undefined ? field : { ...field, text: { ...field.text, value } };
  });
}

export type ConsentChange = {
  promotions?: "opt_in" | "opt_out" | undefined;
  terms_of_service?: "accepted" | undefined;
};

export function consentOf(session: Session, change: ConsentChange): Session["consent"] {
  return {
    promotions: change.promotions ?? session.consent?.promotions ?? null,
    terms_of_service: change.terms_of_service ?? session.consent?.terms_of_service ?? null,
  };
}
