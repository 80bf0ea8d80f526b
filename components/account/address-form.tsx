"use client";
import { useActionState, useState } from "react";
import { AddressFields, type Country } from "@/components/checkout/address-fields";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Problem } from "@/lib/checkout/form/problems";
import { problemText, type FormWords } from "@/lib/checkout/form/words";
import type { Address } from "@/lib/shipping/address";

export type AddressState =
  { is: "idle" } | { is: "refused"; problems: Problem[]; address: Address; phone: string };

type Props = {
  action: (before: AddressState, form: FormData) => Promise<AddressState>;
  address: Address;
  phone: string;
  countries: Country[];
  words: FormWords;
  labels: { form: string; save: string; saving: string };
};

export function AddressForm({ action, address, phone, countries, words, labels }: Props) {
  const [state, send] = useActionState(action, { is: "idle" });
  const shown = state.is === "refused" ? state : { problems: [], address, phone };
  const [country, setCountry] = useState(shown.address.country);
  const texts = new Map(
    shown.problems.map((problem) => [problem.fieldId, problemText(problem, words)]),
  );
  const errors = [...texts].map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <form action={send} aria-label={labels.form} className="flex flex-col gap-5" noValidate>
      <ErrorSummary title={words.errorsTitle} errors={errors} />
      <AddressFields
        // What was typed comes back as new default values, which fields only take when they are new.
        key={JSON.stringify(shown.address)}
        prefix="shipping"
        address={shown.address}
        country={country}
        onCountry={setCountry}
        countries={countries}
        errorOf={(fieldId) => texts.get(fieldId)}
        words={words}
      />
      <noscript>
        <Button type="submit" name="intent" value="country" variant="secondary" size="small">
          {words.showFields}
        </Button>
      </noscript>
      <Field
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        error={texts.get("phone")}
        optionalLabel={words.optional}
      >
        {(control) => (
          <Input
            {...control}
            type="tel"
            autoComplete="tel"
            defaultValue={shown.phone}
            maxLength={40}
          />
        )}
      </Field>
      <SubmitButton size="large" wide pendingLabel={labels.saving}>
        {labels.save}
      </SubmitButton>
    </form>
  );
}
