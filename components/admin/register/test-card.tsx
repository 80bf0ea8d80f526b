import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";

/** What the simulated reader is shown next; with a real one there is nothing to choose. */
export const testCards = [
  { number: "4242424242424242", label: "A card that is approved" },
  { number: "4000000000000002", label: "A card that is declined" },
  { number: "4000000000009995", label: "A card without enough money" },
  { number: "4000000000000069", label: "A card that has expired" },
] as const;

type Props = { value: string; choose: (number: string) => void };

export function TestCard({ value, choose }: Props) {
  return (
    <Field name="testCard" label="Sandbox: the shopper holds" className="mt-3">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => choose(event.target.value)}>
          {testCards.map(({ number, label }) => (
            <option key={number} value={number}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
