import type Stripe from "stripe";
import { invalidRequest } from "../errors";
import { newId } from "../ids";
import type { Scope } from "../scope";

export type TaxIdGiven = { type: string; value: string };

/** Only some countries' offices answer whether a number is real; of the others nothing is known. */
const verifiable = new Set(["au_abn", "eu_vat", "gb_vat"]);

/** The country and the bare number of a tax id, or the refusal of what cannot be one. */
export function readTaxId({ type, value }: TaxIdGiven): { country: string; number: string } {
  const [prefix = "", rest] = type.split("_", 2);
  if (!/^[a-z]{2}$/.test(prefix) || rest === undefined) {
    throw invalidRequest(`Invalid type: ${type} is not a type of tax ID`, { param: "type" });
  }
  const number = value.replaceAll(/[\s./-]/g, "");
  const country = prefix === "eu" ? number.slice(0, 2).toUpperCase() : prefix.toUpperCase();
  if (/^[A-Za-z0-9]{4,}$/.test(number) && /^[A-Z]{2}$/.test(country)) return { country, number };
  throw invalidRequest(`Invalid value for ${type}.`, { code: "tax_id_invalid", param: "value" });
}

/** Saves a tax id with its customer. */
export function addTaxId(scope: Scope, customer: string, given: TaxIdGiven): Stripe.TaxId {
  const { country, number } = readTaxId(given);
  const taxId = scope.store.taxIds.save({
    id: newId("txi"),
    object: "tax_id",
    country,
    created: scope.now,
    customer,
    customer_account: null,
    livemode: false,
    owner: { customer, customer_account: null, type: "customer" },
    type: given.type,
    value: given.value,
    verification: {
      status: statusOf(given.type, number),
      verified_address: null,
      verified_name: null,
    },
  });
  scope.emit("customer.tax_id.created", taxId);
  return taxId;
}

/** The values that Stripe's test mode answers about. */
function statusOf(type: string, number: string): Stripe.TaxId.Verification.Status {
  if (!verifiable.has(type)) return "unavailable";
  if (number.endsWith("000000000")) return "verified";
  return number.endsWith("111111111") ? "unverified" : "pending";
}
