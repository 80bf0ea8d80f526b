import { Checkbox, ChoiceGroup, RadioCard } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/inputs";
import type { RegisterSettings } from "@/lib/register/settings";
import type { Till } from "./till";

type Props = { name: string; settings: RegisterSettings; readers: Till["readers"] };

/** The fields of one till's settings. */
export function TillSettings({ name, settings, readers }: Props) {
  const { readerMode, readerRef, tips } = settings;
  return (
    <>
      <Field name="name" id="till-name" label="Name" hint="Stands on receipts.">
        {(control) => <Input {...control} required defaultValue={name} />}
      </Field>
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
      <Checkbox name="tips" label="Ask for a tip before charging" defaultChecked={tips.enabled} />
      <Field name="percents" label="Tips in percent" hint="Up to four, such as 10, 15, 20.">
        {(control) => <Input {...control} defaultValue={tips.percents.join(", ")} />}
      </Field>
    </>
  );
}
