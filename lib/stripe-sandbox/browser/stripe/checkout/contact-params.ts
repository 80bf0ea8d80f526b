import type { StripeCheckoutContact } from "@stripe/stripe-js";
import type { FormValue } from "../../shared/api";

/** A contact as the API takes it: null takes an address away, what is not known is left out. */
export function contactParams(contact: StripeCheckoutContact | null | undefined): FormValue {
  if (contact === undefined) return undefined;
  if (contact === null) return "";
  return { name: contact.name ?? undefined, address: definedOf(contact.address) };
}

function definedOf(values: object): { [key: string]: FormValue } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
}
