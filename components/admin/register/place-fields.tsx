import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";

export type Countries = { code: string; name: string }[];

/** Where the till stands. Readers and their fees depend on the country. */
export function PlaceFields({ countries }: { countries: Countries }) {
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 text-sm text-muted">Where the till stands</legend>
      <Field name="line1" label="Street and number" className="sm:col-span-2">
        {(control) => <Input {...control} required autoComplete="address-line1" />}
      </Field>
      <Field name="city" label="City">
        {(control) => <Input {...control} required autoComplete="address-level2" />}
      </Field>
      <Field name="postalCode" label="Postal code">
        {(control) => <Input {...control} autoComplete="postal-code" />}
      </Field>
      <Field name="state" label="State or province" hint="Its short form, such as OR.">
        {(control) => <Input {...control} autoComplete="address-level1" />}
      </Field>
      <Field name="country" label="Country" className="self-end">
        {(control) => (
          <Select {...control} defaultValue="US" autoComplete="country">
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </fieldset>
  );
}
