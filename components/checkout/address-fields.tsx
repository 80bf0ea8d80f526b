"use client";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import { addressFormat, type AddressFormat } from "@/lib/checkout/form/countries";
import type { Address } from "@/lib/orders/address";

export type Country = { code: string; name: string };

type Props = {
  prefix: "shipping" | "billing";
  address: Address;
  /** The country that is chosen now, which decides on the other fields. */
  country: string;
  onCountry: (code: string) => void;
  countries: Country[];
  errorOf: (fieldId: string) => string | undefined;
};

type PartProps = Pick<Props, "prefix" | "errorOf"> & {
  part: "name" | "company" | "line1" | "line2" | "city" | "postalCode";
  label: string;
  autoComplete: string;
  value: string;
  optional?: boolean;
  hint?: string;
  className?: string;
  inputMode?: "numeric" | "text";
  autoCapitalize?: "characters" | "words";
};

function Part({
  prefix,
  part,
  errorOf,
  label,
  value,
  optional,
  hint,
  className,
  ...rest
}: PartProps) {
  const name = `${prefix}-${part}`;
  const { autoComplete, ...inputProps } = rest;
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={errorOf(name)}
      required={!optional}
      optionalLabel={optional ? "optional" : undefined}
      className={className}
    >
      {(control) => (
        <Input
          {...control}
          {...inputProps}
          autoComplete={`${prefix} ${autoComplete}`}
          defaultValue={value}
          maxLength={200}
        />
      )}
    </Field>
  );
}

/** An address in the order and the words of its country. The fields keep what is typed in them. */
export function AddressFields(props: Props) {
  const { prefix, address, country, onCountry, countries, errorOf } = props;
  const shared = { prefix, errorOf };
  const countryField = `${prefix}-country`;
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-5">
      <Field
        name={countryField}
        label="Country or region"
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
      <Part
        {...shared}
        part="name"
        label="First and last name"
        autoComplete="name"
        value={address.name}
        className="col-span-6"
      />
      <Part
        {...shared}
        part="company"
        label="Company"
        autoComplete="organization"
        value={address.company}
        optional
        className="col-span-6"
      />
      <Part
        {...shared}
        part="line1"
        label="Street and number"
        autoComplete="address-line1"
        value={address.line1}
        className="col-span-6"
      />
      <Part
        {...shared}
        part="line2"
        label="Flat, floor, building"
        autoComplete="address-line2"
        value={address.line2}
        optional
        className="col-span-6"
      />
      <TownFields {...props} format={addressFormat(country)} />
    </div>
  );
}

/** Wide enough for what goes in, in the order in which the country writes it. */
const widths: Record<string, string> = {
  city: "col-span-6",
  "postalCode,city": "col-span-6 sm:col-span-2|col-span-6 sm:col-span-4",
  "city,postalCode": "col-span-6 sm:col-span-4|col-span-6 sm:col-span-2",
};
const thirds = "col-span-6 sm:col-span-2";

function TownFields({ format, prefix, address, errorOf }: Props & { format: AddressFormat }) {
  const { order, postal, cityLabel } = format;
  const spans = widths[order.join()]?.split("|");
  return order.map((part, i) => {
    const className = spans?.[i] ?? thirds;
    if (part === "region") {
      return <RegionField key={part} {...{ format, prefix, address, errorOf, className }} />;
    }
    if (part === "city") {
      return (
        <Part
          key={part}
          {...{ part, prefix, errorOf, className }}
          label={cityLabel}
          autoComplete="address-level2"
          value={address.city}
        />
      );
    }
    return (
      postal && (
        <Part
          key={part}
          {...{ part, prefix, errorOf, className }}
          label={postal.label}
          autoComplete="postal-code"
          autoCapitalize="characters"
          inputMode={/^\d+$/.test(postal.example) ? "numeric" : "text"}
          value={address.postalCode}
        />
      )
    );
  });
}

type RegionProps = Pick<Props, "prefix" | "address" | "errorOf"> & {
  format: AddressFormat;
  className: string;
};

function RegionField({ format, prefix, address, errorOf, className }: RegionProps) {
  const { region } = format;
  if (region === null) return null;
  const name = `${prefix}-region`;
  const autoComplete = `${prefix} address-level1`;
  const { options } = region;
  return (
    <Field
      name={name}
      label={region.label}
      error={errorOf(name)}
      required={region.required}
      optionalLabel={region.required ? undefined : "optional"}
      className={className}
    >
      {(control) =>
        options.length === 0 ? (
          <Input {...control} autoComplete={autoComplete} defaultValue={address.region} />
        ) : (
          <Select
            // Another country has other regions: the list starts anew.
            key={region.label}
            {...control}
            autoComplete={autoComplete}
            defaultValue={options.some(([code]) => code === address.region) ? address.region : ""}
          >
            <option value="">Choose…</option>
            {options.map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        )
      }
    </Field>
  );
}
