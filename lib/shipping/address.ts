import { z } from "zod";

/**
 * A postal address as an order keeps it. What a country does not use is an empty string, so that an
 * order that was written by an older version, or by another door, can always be read.
 */
export const addressSchema = z.object({
  name: z.string().default(""),
  company: z.string().default(""),
  line1: z.string().default(""),
  line2: z.string().default(""),
  city: z.string().default(""),
  /** State, prefecture, province, county: the code where the country has codes ("CA", "NSW"). */
  region: z.string().default(""),
  postalCode: z.string().default(""),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z.string().default(""),
});

export type Address = z.infer<typeof addressSchema>;

const countryNames = new Map<string, Intl.DisplayNames>();

/** "Germany"; the code itself where it is no country. */
export function countryName(code: string, locale = "en-US"): string {
  const names = countryNames.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
  countryNames.set(locale, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const joined = (...parts: string[]) => parts.filter(Boolean).join(" ");

/** How the line with the town is written, where it is not "1234 AB Town". */
function townLines({ country, city, region, postalCode }: Address): string[] {
  switch (country) {
    case "US":
    case "CA":
    case "AU":
      return [`${[city, joined(region, postalCode)].filter(Boolean).join(", ")}`];
    case "GB":
    case "IE":
      return [city, region, postalCode];
    case "JP":
      return [[city, region].filter(Boolean).join(", "), postalCode];
    case "NZ":
    case "SG":
    case "HK":
      return [joined(city, postalCode), region];
    case "BR":
      return [[city, region].filter(Boolean).join(" - "), postalCode];
    case "MX":
      return [[joined(postalCode, city), region].filter(Boolean).join(", ")];
    case "IT":
      return [joined(postalCode, city, region)];
    default:
      return [joined(postalCode, city), region];
  }
}

/** The lines of an envelope, in the order of the address's own country. */
export function addressLines(address: Address, locale = "en-US"): string[] {
  const { name, company, line1, line2, country } = address;
  const lines = [
    name,
    company,
    line1,
    line2,
    ...townLines(address),
    country && countryName(country, locale),
  ];
  return lines.filter(Boolean);
}

/** The same for an address as it is stored; empty when there is none that can be read. */
export function storedAddressLines(stored: unknown, locale = "en-US"): string[] {
  const parsed = addressSchema.safeParse(stored);
  return parsed.success ? addressLines(parsed.data, locale) : [];
}
