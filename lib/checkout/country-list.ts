import { countryName } from "@/lib/shipping/address";
import { countryCodes } from "./form/countries";

/** The countries that a parcel can be sent to, by their names in the shopper's language. */
export function countryList(locale: string): { code: string; name: string }[] {
  return countryCodes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
