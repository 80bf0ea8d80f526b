import type { Address } from "@/lib/shipping/address";

/** The first step's form as it was filled in. Read the same way by the browser and by the server. */
export type Details = {
  email: string;
  phone: string;
  shipping: Address;
  /** Null: the bill goes where the goods go. */
  billing: Address | null;
};

/** Far longer than any address; a guard for the database, not a rule for people. */
const longest = 200;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim().slice(0, longest) : "";
}

function readAddress(form: FormData, prefix: "shipping" | "billing"): Address {
  return {
    name: text(form, `${prefix}-name`),
    company: text(form, `${prefix}-company`),
    line1: text(form, `${prefix}-line1`),
    line2: text(form, `${prefix}-line2`),
    city: text(form, `${prefix}-city`),
    region: text(form, `${prefix}-region`),
    postalCode: text(form, `${prefix}-postalCode`),
    country: text(form, `${prefix}-country`),
  };
}

export function readDetails(form: FormData): Details {
  return {
    email: text(form, "email"),
    phone: text(form, "phone"),
    shipping: readAddress(form, "shipping"),
    billing: form.get("billing-same") === "yes" ? null : readAddress(form, "billing"),
  };
}
