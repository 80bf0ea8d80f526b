import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import type { AddressFormat } from "@/lib/checkout/form/countries";
import type { FormWords } from "@/lib/checkout/form/words";
import type { Address } from "@/lib/shipping/address";
import { AddressPart, type ErrorOf } from "./address-part";

type Props = {
  format: AddressFormat;
  prefix: "shipping" | "billing";
  address: Address;
  errorOf: ErrorOf;
  words: FormWords;
};

/** Wide enough for what goes in, in the order in which the country writes it. */
const widths: Record<string, string> = {
  city: "col-span-6",
  "postalCode,city": "col-span-6 sm:col-span-2|col-span-6 sm:col-span-4",
  "city,postalCode": "col-span-6 sm:col-span-4|col-span-6 sm:col-span-2",
};
const thirds = "col-span-6 sm:col-span-2";

/** Town, region and postal code, as far as the country has them. */
export function TownFields({ format, prefix, address, errorOf, words }: Props) {
  const { order, postal, cityLabel } = format;
  const spans = widths[order.join()]?.split("|");
  return order.map((part, i) => {
    const className = spans?.[i] ?? thirds;
    if (part === "region") {
      return <RegionField key={part} {...{ format, prefix, address, errorOf, words, className }} />;
    }
    if (part === "city") {
      return (
        <AddressPart
          key={part}
          {...{ part, prefix, errorOf, className }}
          label={words[cityLabel]}
          autoComplete="address-level2"
          value={address.city}
        />
      );
    }
    return (
      postal && (
        <AddressPart
          key={part}
          {...{ part, prefix, errorOf, className }}
          label={words[postal.label]}
          autoComplete="postal-code"
          autoCapitalize="characters"
          inputMode={/^\d+$/.test(postal.example) ? "numeric" : "text"}
          value={address.postalCode}
        />
      )
    );
  });
}

type RegionProps = Props & { className: string };

function RegionField({ format, prefix, address, errorOf, words, className }: RegionProps) {
  const { region } = format;
  if (region === null) return null;
  const name = `${prefix}-region`;
  const autoComplete = `${prefix} address-level1`;
  const { options } = region;
  // The prefectures' own names have a form in each language; the states' and provinces' do not.
  const names = region.label === "prefecture" ? words.prefectures.split("|") : null;
  return (
    <Field
      name={name}
      label={words[region.label]}
      error={errorOf(name)}
      required={region.required}
      optionalLabel={region.required ? undefined : words.optional}
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
            <option value="">{words.choose}</option>
            {options.map(([code, label], i) => (
              <option key={code} value={code}>
                {names?.[i] ?? label}
              </option>
            ))}
          </Select>
        )
      }
    </Field>
  );
}
