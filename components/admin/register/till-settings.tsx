import { Checkbox, ChoiceGroup, RadioCard } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import type { RegisterSettings } from "@/lib/register/settings";
import type { Countries } from "./place-fields";
import type { Till } from "./till";

type Props = {
  name: string;
  settings: RegisterSettings;
  readers: Till["readers"];
  countries: Countries;
};

/** The fields of one till's settings. */
export function TillSettings({ name, settings, readers, countries }: Props) {
  const { readerMode, readerRef, tips, place } = settings;
  return (
    <>
      <Field name="name" id="till-name" label="Name" hint="Stands on receipts.">
        {(control) => <Input {...control} required defaultValue={name} />}
      </Field>
      <ReaderMode {...{ readerMode, readerRef, readers }} />
      <Checkbox name="tips" label="Ask for a tip before charging" defaultChecked={tips.enabled} />
      <Field name="percents" label="Tips in percent" hint="Up to four, such as 10, 15, 20.">
        {(control) => <Input {...control} defaultValue={tips.percents.join(", ")} />}
      </Field>
      <TaxPlace place={place} countries={countries} />
    </>
  );
}

type ModeProps = Pick<RegisterSettings, "readerMode" | "readerRef"> & Pick<Props, "readers">;

function ReaderMode({ readerMode, readerRef, readers }: ModeProps) {
  return (
    <>
      <ChoiceGroup legend="Who speaks to the reader">
        <RadioCard
          name="readerMode"
          value="browser"
          title="This page"
          hint="The reader is on the same network as the till."
          defaultChecked={readerMode === "browser"}
        />
        <RadioCard
          name="readerMode"
          value="server"
          title="The shop’s server"
          hint="For smart readers that are online by themselves."
          defaultChecked={readerMode === "server"}
        />
      </ChoiceGroup>
      <Field name="readerRef" label="Reader that the server asks">
        {(control) => (
          <Select {...control} defaultValue={readerRef ?? ""}>
            <option value="">Choose at the till</option>
            {readers.map(({ ref, label }) => (
              <option key={ref} value={ref}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

type PlaceProps = Pick<RegisterSettings, "place"> & Pick<Props, "countries">;

/** What is sold over the counter is taxed where the counter stands. */
function TaxPlace({ place, countries }: PlaceProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="country" id="till-country" label="Taxed as in" hint="The rates stand under Tax.">
        {(control) => (
          <Select {...control} defaultValue={place?.country ?? ""}>
            <option value="">Nowhere: no tax</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="region"
        id="till-region"
        label="State or province"
        hint="Where rates differ: CA."
      >
        {(control) => <Input {...control} defaultValue={place?.region ?? ""} />}
      </Field>
    </div>
  );
}
