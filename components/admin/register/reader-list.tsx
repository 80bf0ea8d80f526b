import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { FormAction } from "@/lib/http/form";
import type { Till } from "./till";
import { PlaceFields, type Countries } from "./place-fields";
import { TillForm } from "./till-form";

type Props = {
  till: string;
  readers: Till["readers"];
  isSandbox: boolean;
  /** Set where the first reader has to say where the till stands. */
  placeCountries: Countries | null;
  add: FormAction;
  drop: FormAction;
};

export function ReaderList({ till, readers, isSandbox, placeCountries, add, drop }: Props) {
  return (
    <>
      {readers.length === 0 ? (
        <p className="mb-4 text-sm text-muted">None is registered yet.</p>
      ) : (
        <ul className="mb-4 divide-y divide-line">
          {readers.map(({ ref, label, isOnline, isSimulated }) => (
            <li key={ref} className="flex flex-wrap items-center gap-3 py-2">
              <span className="min-w-0 grow font-semibold">{label}</span>
              {isSimulated && <Badge>Simulated</Badge>}
              <Badge tone={isOnline ? "good" : "warn"}>{isOnline ? "Online" : "Off"}</Badge>
              <TillForm
                action={drop}
                submit="Remove"
                hidden={{ till, ref }}
                variant="quiet"
                size="small"
              />
            </li>
          ))}
        </ul>
      )}
      <TillForm action={add} submit="Register the reader" hidden={{ till }} variant="secondary">
        <Field
          name="code"
          label="Registration code"
          hint={
            isSandbox ? "In the sandbox: simulated-wpe" : "The reader shows it in its settings."
          }
        >
          {(control) => <Input {...control} required autoComplete="off" />}
        </Field>
        <Field name="label" label="Name of the reader">
          {(control) => <Input {...control} required autoComplete="off" />}
        </Field>
        {placeCountries && <PlaceFields countries={placeCountries} />}
      </TillForm>
    </>
  );
}
