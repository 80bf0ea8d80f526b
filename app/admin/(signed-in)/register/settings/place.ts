import { z } from "zod";
import { addressFormat, countryCodes, normalPostalCode } from "@/lib/checkout/form/countries";

const part = z.string().trim().max(120).default("");

/** Where a till stands, as its settings ask for it with the first reader. */
export const placeSchema = z
  .object({
    line1: z.string().trim().min(1, "Please give the street and number.").max(200),
    city: z.string().trim().min(1, "Please give the city.").max(120),
    country: z.string().refine((code) => countryCodes.includes(code), "Please choose a country."),
    state: part,
    postalCode: part,
  })
  .refine(({ country, state }) => state !== "" || !addressFormat(country).region?.required, {
    path: ["state"],
    message: "Addresses of this country name a state or province.",
  })
  .refine(({ country, postalCode }) => normalPostalCode(country, postalCode) !== null, {
    path: ["postalCode"],
    message: "This is no postal code of the country.",
  })
  .transform(({ line1, city, country, state, postalCode }) => ({
    address: {
      line1,
      city,
      country,
      state: state || undefined,
      postalCode: normalPostalCode(country, postalCode) || undefined,
    },
  }));
