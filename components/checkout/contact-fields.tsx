import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { Details } from "@/lib/checkout/form/details";

type Props = { values: Details; errorOf: (fieldId: string) => string | undefined };

export function ContactFields({ values, errorOf }: Props) {
  return (
    <section aria-labelledby="contact-title" className="flex flex-col gap-5">
      <h2 id="contact-title" className="text-xl">
        Contact
      </h2>
      <Field
        name="email"
        label="E-mail"
        hint="For the confirmation and news of the delivery."
        error={errorOf("email")}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={values.email}
            maxLength={200}
          />
        )}
      </Field>
      <Field
        name="phone"
        label="Phone"
        optionalLabel="optional"
        hint="Only for the courier."
        error={errorOf("phone")}
      >
        {(control) => (
          <Input
            {...control}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            defaultValue={values.phone}
            maxLength={40}
          />
        )}
      </Field>
    </section>
  );
}
