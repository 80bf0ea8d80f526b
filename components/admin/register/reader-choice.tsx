import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { Till } from "./till";

type Props = { readers: Till["readers"]; chosen: string; choose: (ref: string) => void };

/** Which of several readers the server asks. */
export function ReaderChoice({ readers, chosen, choose }: Props) {
  if (readers.length < 2) return null;
  return (
    <Field name="reader" label="Reader" className="mt-3">
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => choose(event.target.value)}>
          {readers.map(({ ref, label }) => (
            <option key={ref} value={ref}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
