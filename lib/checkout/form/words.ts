import type { Problem } from "./problems";

/** The texts that the address form shows in the browser, by their keys in the messages of the checkout. */
export const formKeys = [
  "contact",
  "email",
  "emailHint",
  "phone",
  "phoneHint",
  "optional",
  "shippingAddress",
  "billingAddress",
  "sameAsShipping",
  "country",
  "name",
  "company",
  "addCompany",
  "line1",
  "line2",
  "choose",
  "townOrCity",
  "city",
  "suburb",
  "district",
  "cityAndWard",
  "postalCode",
  "postcode",
  "zipCode",
  "eircode",
  "state",
  "province",
  "county",
  "prefecture",
  "prefectures",
  "showFields",
  "saving",
  "continueToShipping",
  "errorsTitle",
  "emailMissing",
  "emailForm",
  "phoneForm",
  "nameMissing",
  "line1Missing",
  "countryMissing",
  "cityMissing",
  "stateMissing",
  "provinceMissing",
  "countyMissing",
  "prefectureMissing",
  "postalCodeMissing",
  "postcodeMissing",
  "zipCodeMissing",
  "eircodeMissing",
] as const;

/** `postalForm` still has its "{example}": each country has another one. */
export type FormWords = Readonly<Record<(typeof formKeys)[number] | "postalForm", string>>;

export function problemText({ key, example = "" }: Problem, words: FormWords): string {
  return words[key].replace("{example}", example);
}
