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

type Town = Record<"country" | "city" | "region" | "postalCode", string | null | undefined>;

const joined = (glue: string, ...parts: (string | null | undefined)[]) =>
  parts.filter(Boolean).join(glue);

/** The habits of the world: "Portland, OR 97205", a line each in Britain, "10115 Berlin". */
function townLines({ country, city, region, postalCode }: Town): (string | null | undefined)[] {
  if (country === "GB" || country === "IE") return [city, region, postalCode];
  if (country === "US" || country === "CA" || country === "AU") {
    return [joined(" ", joined(", ", city, region), postalCode)];
  }
  return [joined(", ", joined(" ", postalCode, city), region)];
}

/** An address as it is printed, line by line; empty when there is none. */
export function addressLines(stored: unknown, locale: string): string[] {
  const parsed = addressSchema.safeParse(stored);
  if (!parsed.success) return [];
  const { name, firstName, lastName, company, line1, line2, city, country, ...rest } = parsed.data;
  const { postalCode } = rest;
  const region = rest.region || rest.state;
  const person = name || [firstName, lastName].filter(Boolean).join(" ");
  const town = townLines({ country, city, region, postalCode });
  const land = country ? countryName(country, locale) : null;
  return [person, company, line1, line2, ...town, land].flatMap((text) => (text ? [text] : []));
}
