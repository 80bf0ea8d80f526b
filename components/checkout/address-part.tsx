import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";

export type ErrorOf = (fieldId: string) => string | undefined;

type PartProps = {
  prefix: "shipping" | "billing";
  errorOf: ErrorOf;
  part: "name" | "company" | "line1" | "line2" | "city" | "postalCode" | "region";
  label: string;
  autoComplete: string;
  value: string;
  /** "optional" in the shopper's language, where it is. */
  optional?: string;
  className?: string;
  inputMode?: "numeric" | "text";
  autoCapitalize?: "characters" | "words";
};

/** One line of an address, named so that browsers and password managers can fill it in. */
export function AddressPart(props: PartProps) {
  const { prefix, part, errorOf, label, value, optional, className, autoComplete, ...rest } = props;
  const name = `${prefix}-${part}`;
  return (
    <Field
      name={name}
      label={label}
      error={errorOf(name)}
      required={optional === undefined}
      optionalLabel={optional}
      className={className}
    >
      {(control) => (
        <Input
          {...control}
          {...rest}
          autoComplete={`${prefix} ${autoComplete}`}
          defaultValue={value}
          maxLength={200}
        />
      )}
    </Field>
  );
}
