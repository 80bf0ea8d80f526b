import type { Address } from "@/lib/shipping/address";
import {
  addressFormat,
  normalPostalCode,
  type AddressFormat,
  type PostalLabel,
  type RegionLabel,
} from "./countries";
import type { Details } from "./details";

/** What is wrong with a field, as the key of a text: the words are the shopper's language's. */
export type ProblemKey =
  | "emailMissing"
  | "emailForm"
  | "phoneForm"
  | "nameMissing"
  | "line1Missing"
  | "countryMissing"
  | "cityMissing"
  | `${RegionLabel}Missing`
  | `${PostalLabel}Missing`
  | "postalForm";

/** Runs in the browser too, where it says at once what the server would say: no imports but tables. */
export type Problem = {
  fieldId: string;
  key: ProblemKey;
  /** What it should look like. */
  example?: string;
};

type Found = Omit<Problem, "fieldId">;

const emailForm = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

export function emailProblem(email: string): Found | null {
  if (email === "") return { key: "emailMissing" };
  return emailForm.test(email) ? null : { key: "emailForm" };
}

export function phoneProblem(phone: string): Found | null {
  const digits = phone.normalize("NFKC").replace(/\D/g, "").length;
  const strange = /[^\d\s+()./x\p{Pd}−]/iu.test(phone.normalize("NFKC"));
  return phone === "" || (digits >= 5 && digits <= 17 && !strange) ? null : { key: "phoneForm" };
}

/** What is wrong with one field of an address, or null. */
function addressProblem(part: keyof Address, address: Address): Found | null {
  const { region, postal } = addressFormat(address.country);
  const value = address[part];
  switch (part) {
    case "name":
    case "line1":
    case "city":
      return value === "" ? { key: `${part}Missing` } : null;
    case "country":
      return /^[A-Z]{2}$/.test(value) ? null : { key: "countryMissing" };
    case "region":
      return regionProblem(value, region);
    case "postalCode":
      return postalProblem(address, postal);
    default:
      return null;
  }
}

function regionProblem(value: string, region: AddressFormat["region"]): Found | null {
  if (region === null || (value === "" && !region.required)) return null;
  const known = region.options.length === 0 || region.options.some(([code]) => code === value);
  return value !== "" && known ? null : { key: `${region.label}Missing` };
}

function postalProblem(
  { country, postalCode }: Address,
  postal: AddressFormat["postal"],
): Found | null {
  if (postal === null) return null;
  if (postalCode === "") return { key: `${postal.label}Missing` };
  if (normalPostalCode(country, postalCode) !== null) return null;
  return { key: "postalForm", example: postal.example };
}

function named(fieldId: string, found: Found | null): Problem[] {
  return found === null ? [] : [{ fieldId, ...found }];
}

function addressProblems(prefix: "shipping" | "billing", address: Address): Problem[] {
  const { order } = addressFormat(address.country);
  return (["country", "name", "line1", ...order] as const).flatMap((part) =>
    named(`${prefix}-${part}`, addressProblem(part, address)),
  );
}

/** Everything that keeps contact and addresses from being complete, in the order of the form. */
export function detailsProblems({ email, phone, shipping, billing }: Details): Problem[] {
  return [
    ...named("email", emailProblem(email)),
    ...named("phone", phoneProblem(phone)),
    ...addressProblems("shipping", shipping),
    ...(billing === null ? [] : addressProblems("billing", billing)),
  ];
}

/** The address as an order keeps it: fields that the country does not have are emptied. */
export function normalAddress(address: Address): Address {
  const { postal, region } = addressFormat(address.country);
  const { country, postalCode } = address;
  return {
    ...address,
    region: region === null ? "" : address.region,
    postalCode: postal === null ? "" : (normalPostalCode(country, postalCode) ?? postalCode),
  };
}
