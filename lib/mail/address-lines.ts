import { z } from "zod";

const part = z.string().nullish().catch(null);

/** Addresses are stored as the door they came through gave them; what cannot be read is left out. */
const addressSchema = z.object({
  name: part,
  firstName: part,
  lastName: part,
  company: part,
  line1: part,
  line2: part,
  city: part,
  region: part,
  state: part,
  postalCode: part,
  country: part,
});

function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
}

/** An address as it is printed, line by line; empty when there is none. */
export function addressLines(stored: unknown, locale: string): string[] {
  const parsed = addressSchema.safeParse(stored);
  if (!parsed.success) return [];
  const { name, firstName, lastName, company, line1, line2, city, country, ...rest } = parsed.data;
  const { postalCode } = rest;
  const region = rest.region || rest.state;
  const person = name || [firstName, lastName].filter(Boolean).join(" ");
  // The two habits of the world: "Portland, OR 97205" and "10115 Berlin".
  const townFirst = ["US", "CA", "AU", "GB"].includes(country ?? "");
  const town = townFirst
    ? [[city, region].filter(Boolean).join(", "), postalCode].filter(Boolean).join(" ")
    : [[postalCode, city].filter(Boolean).join(" "), region].filter(Boolean).join(", ");
  const land = country ? countryName(country, locale) : null;
  return [person, company, line1, line2, town, land].flatMap((text) => (text ? [text] : []));
}
