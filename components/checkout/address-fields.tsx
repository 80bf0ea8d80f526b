"use client";
import { useEffect, useEffectEvent, useRef } from "react";
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
  const { prefix, address, country, errorOf, words } = props;
  const shared = { prefix, errorOf };
  const format = addressFormat(country);
  const town = <TownFields {...props} format={format} />;
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-5">
      <CountryField {...props} />
      <AddressPart
        {...shared}
        part="name"
        label={words.name}
        autoComplete="name"
        value={address.name}
        className="col-span-6"
      />
      <CompanyField {...props} />
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

function CountryField({ prefix, country, onCountry, countries, errorOf, words }: Props) {
  const name = `${prefix}-country`;
  const select = useRef<HTMLSelectElement>(null);
  // The page could be used before this ran.
  const seeEarlyChoice = useEffectEvent(() => {
    const chosen = select.current?.value ?? country;
    if (chosen !== country) onCountry(chosen);
  });
  useEffect(() => seeEarlyChoice(), []);
  return (
    <Field name={name} label={words.country} error={errorOf(name)} required className="col-span-6">
      {(control) => (
        <Select
          {...control}
          ref={select}
          autoComplete={`${prefix} country`}
          value={country}
          onChange={(event) => onCountry(event.target.value)}
        >
          {countries.map(({ code, name: label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Folded away, because few have one. */
function CompanyField({ prefix, address, errorOf, words }: Props) {
  return (
    <details open={address.company !== ""} className="group/company col-span-6 -my-2">
      <summary className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold underline-offset-4 group-open/company:hidden hover:underline [&::-webkit-details-marker]:hidden">
        <Icon name="plus" className="size-4" /> {words.addCompany}
      </summary>
      <AddressPart
        prefix={prefix}
        errorOf={errorOf}
        part="company"
        label={words.company}
        autoComplete="organization"
        value={address.company}
        optional={words.optional}
        className="py-2"
      />
    </details>
  );
}
