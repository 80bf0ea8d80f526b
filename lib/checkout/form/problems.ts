import type { Address } from "@/lib/orders/address";
import { addressFormat, normalPostalCode } from "./countries";
import type { Details } from "./details";

/** Runs in the browser too, where it says at once what the server would say: no imports but tables. */
export type Problem = { fieldId: string; message: string };

const emailForm = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

export function emailProblem(email: string): string | null {
  if (email === "") return "Enter your e-mail address.";
  return emailForm.test(email)
    ? null
    : "Enter an e-mail address in full, such as name@example.com.";
}

export function phoneProblem(phone: string): string | null {
  const digits = phone.normalize("NFKC").replace(/\D/g, "").length;
  const strange = /[^\d\s+()./x\p{Pd}−]/iu.test(phone.normalize("NFKC"));
  if (phone === "" || (digits >= 5 && digits <= 17 && !strange)) return null;
  return "Enter a phone number with its digits, such as +44 20 7946 0958, or leave it empty.";
}

/** What is wrong with one field of an address, or null. */
export function addressProblem(part: keyof Address, address: Address): string | null {
  const format = addressFormat(address.country);
  const value = address[part];
  switch (part) {
    case "name":
      return value === "" ? "Enter a first and last name." : null;
    case "line1":
      return value === "" ? "Enter a street and a number." : null;
    case "city":
      return value === "" ? `Enter a ${format.cityLabel.toLowerCase()}.` : null;
    case "country":
      return /^[A-Z]{2}$/.test(value) ? null : "Choose a country.";
    case "region":
      return regionProblem(value, format.region);
    case "postalCode":
      return postalProblem(address, format.postal);
    default:
      return null;
  }
}

function regionProblem(
  value: string,
  region: ReturnType<typeof addressFormat>["region"],
): string | null {
  if (region === null || (value === "" && !region.required)) return null;
  const known = region.options.length === 0 || region.options.some(([code]) => code === value);
  return value !== "" && known ? null : `Choose a ${region.label.toLowerCase()}.`;
}

function postalProblem(
  { country, postalCode }: Address,
  postal: ReturnType<typeof addressFormat>["postal"],
): string | null {
  if (postal === null) return null;
  const label = postal.label === "ZIP code" ? postal.label : postal.label.toLowerCase();
  if (postalCode === "") return `Enter the ${label}.`;
  if (normalPostalCode(country, postalCode) !== null) return null;
  return `This ${label} does not fit the country. It looks like ${postal.example}.`;
}

function addressProblems(prefix: "shipping" | "billing", address: Address): Problem[] {
  const { order } = addressFormat(address.country);
  return (["country", "name", "line1", ...order] as const).flatMap((part) => {
    const message = addressProblem(part, address);
    return message === null ? [] : [{ fieldId: `${prefix}-${part}`, message }];
  });
}

/** Everything that keeps contact and addresses from being complete, in the order of the form. */
export function detailsProblems({ email, phone, shipping, billing }: Details): Problem[] {
  const contact = [
    { fieldId: "email", message: emailProblem(email) },
    { fieldId: "phone", message: phoneProblem(phone) },
  ];
  return [
    ...contact.flatMap(({ fieldId, message }) => (message === null ? [] : [{ fieldId, message }])),
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
