import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import type { Details } from "@/lib/checkout/form/details";
import type { FormWords } from "@/lib/checkout/form/words";

type Props = {
  values: Details;
  errorOf: (fieldId: string) => string | undefined;
  words: FormWords;
};

export function ContactFields({ values, errorOf, words }: Props) {
  return (
    <section aria-labelledby="contact-title" className="flex flex-col gap-5">
      <h2 id="contact-title" className="text-xl">
        {words.contact}
      </h2>
      <Field
        name="email"
        label={words.email}
        hint={words.emailHint}
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
        label={words.phone}
        optionalLabel={words.optional}
        hint={words.phoneHint}
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
