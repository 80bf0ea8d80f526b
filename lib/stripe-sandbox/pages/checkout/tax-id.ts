import { taxIdTypes } from "../../browser/shared/tax-id-types";
import type { FormValue } from "../../browser/shared/api";
import { fill } from "../../browser/shared/strings";
import type { CheckoutPage } from "../../page-api";
import { html, type Html } from "../html";
import { field, select, type FormState } from "./field";
import type { PageText } from "./page-text";

/** `tax_id_collection`: what a business that buys is asked for. */
type Session = CheckoutPage["session"];

export const requiresTaxId = ({ tax_id_collection: asked }: Session) =>
  asked?.enabled === true && asked.required === "if_supported";

/** `eu_vat` → `EU VAT` */
const choices = taxIdTypes.map((code) => ({ code, name: code.toUpperCase().replaceAll("_", " ") }));

export function taxId({ session }: CheckoutPage, text: PageText, given: FormState): Html | null {
  if (session.tax_id_collection?.enabled !== true) return null;
  const { words } = text;
  const [known] = session.customer_details?.tax_ids ?? [];
  const businessName = session.customer_details?.business_name ?? "";
  const values = { tax_id: known?.value ?? "", business_name: businessName, ...given.values };
  const state = { ...given, values };
  const label = requiresTaxId(session) ? words.taxId : fill(words.optional, { label: words.taxId });
  return html`<fieldset>
    <legend><h2>${words.taxId}</h2></legend>
    ${field(state, {
      name: "business_name",
      label: fill(words.optional, { label: words.businessName }),
      autocomplete: "organization",
    })}
    ${select(state, {
      name: "tax_id_type",
      label: words.taxIdType,
      autocomplete: "off",
      choices,
      chosen: known?.type ?? "eu_vat",
    })}
    ${field(state, { name: "tax_id", label, autocomplete: "off" })}
  </fieldset>`;
}

/** Emptied fields take back what was told before. */
export function taxIdParams(
  session: Session,
  form: Record<string, string>,
): { [key: string]: FormValue } {
  const { tax_id: value, tax_id_type: type, business_name: name } = form;
  if (session.tax_id_collection?.enabled !== true || value === undefined) return {};
  const given = value.trim();
  return { tax_id: given === "" ? "" : { type, value: given }, business_name: name?.trim() ?? "" };
}
