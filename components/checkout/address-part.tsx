import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";

export type ErrorOf = (fieldId: string) => string | undefined;

type PartProps = {
  prefix: "shipping" | "billing";
  errorOf: ErrorOf;
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

/** One line of an address, named so that browsers and password managers can fill it in. */
export function AddressPart({
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
