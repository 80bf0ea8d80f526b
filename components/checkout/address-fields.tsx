"use client";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/inputs";
import { addressFormat } from "@/lib/checkout/form/countries";
import type { FormWords } from "@/lib/checkout/form/words";
import type { Address } from "@/lib/shipping/address";
import { AddressPart, type ErrorOf } from "./address-part";
import { TownFields } from "./town-fields";

export type Country = { code: string; name: string };

type Props = {
  prefix: "shipping" | "billing";
  address: Address;
  /** The country that is chosen now, which decides on the other fields. */
  country: string;
  onCountry: (code: string) => void;
  countries: Country[];
  errorOf: ErrorOf;
  words: FormWords;
};

/** An address in the order and the words of its country. The fields keep what is typed in them. */
export function AddressFields(props: Props) {
  const { prefix, address, country, onCountry, countries, errorOf, words } = props;
  const shared = { prefix, errorOf };
  const countryField = `${prefix}-country`;
  const format = addressFormat(country);
  const town = <TownFields {...props} format={format} />;
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-5">
      <Field
        name={countryField}
        label={words.country}
        error={errorOf(countryField)}
        required
        className="col-span-6"
      >
        {(control) => (
          <Select
            {...control}
            autoComplete={`${prefix} country`}
            value={country}
            onChange={(event) => onCountry(event.target.value)}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <AddressPart
        {...shared}
        part="name"
        label={words.name}
        autoComplete="name"
        value={address.name}
        className="col-span-6"
      />
      <details open={address.company !== ""} className="group/company col-span-6 -my-2">
        <summary className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold underline-offset-4 group-open/company:hidden hover:underline [&::-webkit-details-marker]:hidden">
          <Icon name="plus" className="size-4" /> {words.addCompany}
        </summary>
        <AddressPart
          {...shared}
          part="company"
          label={words.company}
          autoComplete="organization"
          value={address.company}
          optional={words.optional}
          className="py-2"
        />
      </details>
      {format.townFirst && town}
      <AddressPart
        {...shared}
        part="line1"
        label={words.line1}
        autoComplete="address-line1"
        value={address.line1}
        className="col-span-6"
      />
      <AddressPart
        {...shared}
        part="line2"
        label={words.line2}
        autoComplete="address-line2"
        value={address.line2}
        optional={words.optional}
        className="col-span-6"
      />
      {!format.townFirst && town}
    </div>
  );
}
