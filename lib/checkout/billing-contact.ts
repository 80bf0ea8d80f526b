import { z } from "zod";
import { isStorableText } from "@/lib/http/storable";
import type { Address } from "@/lib/shipping/address";
import { addressFormat } from "./form/countries";
import { normalAddress } from "./form/problems";

const longest = 200;

/** What a form of Stripe's leaves out is null or missing there, and empty with us. */
const text = z
  .string()
  .max(longest)
  .refine(isStorableText)
  .nullish()
  .transform((value) => value?.trim() ?? "");

const filled = text.refine((value) => value !== "");

/**
 * A billing address as Stripe's Address Element tells it. Stripe bills in more countries than we send to and
 * knows the form of each, so only what no address can lack is asked for again.
 */
export const billingContact = z.object({
  name: filled,
  address: z.object({
    line1: filled,
    line2: text,
    city: text,
    state: text,
    postal_code: text,
    country: z.string().regex(/^[A-Z]{2}$/),
  }),
});

export type BillingContact = z.infer<typeof billingContact>;

/** As Stripe.js takes it; null while nobody has said where the bill goes. */
export function contactOf({ name, ...address }: Address): BillingContact | null {
  const { line1, line2, city, region, postalCode, country } = address;
  if (country === "") return null;
  return { name, address: { line1, line2, city, state: region, postal_code: postalCode, country } };
}

/** As an order keeps it, with the codes of the country's regions where we list them. */
export function addressOf({ name, address }: BillingContact): Address {
  const { line1, line2, city, state, postal_code: postalCode, country } = address;
  const region = regionCode(country, state);
  return normalAddress({ name, company: "", line1, line2, city, region, postalCode, country });
}

function regionCode(country: string, state: string): string {
  const options = addressFormat(country).region?.options ?? [];
  return options.find((option) => option.includes(state))?.[0] ?? state;
}
