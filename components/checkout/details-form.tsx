"use client";
import {
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
  type FormEvent,
} from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Spinner } from "@/components/ui/spinner";
import { readDetails, type Details } from "@/lib/checkout/form/details";
import { detailsProblems, type Problem } from "@/lib/checkout/form/problems";
import { problemText, type FormWords } from "@/lib/checkout/form/words";
import type { Address } from "@/lib/shipping/address";
import { AddressFields, type Country } from "./address-fields";
import { ContactFields } from "./contact-fields";

export type DetailsState = { is: "idle" } | { is: "refused"; problems: Problem[]; values: Details };

type Props = {
  action: (before: DetailsState, form: FormData) => Promise<DetailsState>;
  values: Details;
  emptyBilling: Address;
  countries: Country[];
  words: FormWords;
};

type Errors = Readonly<Record<string, Problem>>;

const byField = (problems: readonly Problem[]): Errors =>
  Object.fromEntries(problems.map((problem) => [problem.fieldId, problem]));

/**
 * The first step. The same rules run here, for an answer at once, and on the server, whose answer
 * counts. What is typed stays in the fields: with JavaScript because the form is never reset, without
 * it because the server sends it back.
 */
export function DetailsForm({ action, values, emptyBilling, countries, words }: Props) {
  const [state, submit, pending] = useActionState<DetailsState, FormData>(action, { is: "idle" });
  const shown = state.is === "refused" ? state.values : values;
  const [errors, setErrors] = useState<Errors>(
    state.is === "refused" ? byField(state.problems) : {},
  );
  const [summary, setSummary] = useState(state.is === "refused" ? state.problems : []);
  const [country, setCountry] = useState(shown.shipping.country);
  const [billingCountry, setBillingCountry] = useState(
    (shown.billing ?? emptyBilling).country || shown.shipping.country,
  );
  const summaryBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (summary.length > 0) summaryBox.current?.focus();
  }, [summary]);

  function refuse(problems: Problem[]) {
    setErrors(byField(problems));
    setSummary(problems);
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    refuse(detailsProblems(readDetails(form)));
    // Sent in any case: the server keeps the half-filled form for a reload or another visit.
    startTransition(() => submit(form));
  }

  /** Leaving a field says what is wrong in it; mending it takes the message away at once. */
  function check(event: FormEvent<HTMLFormElement>) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const known = errors[field.id] !== undefined;
    if (event.type === "input" ? !known : field.value === "" && !known) return;
    const problems = detailsProblems(readDetails(new FormData(event.currentTarget)));
    const problem = problems.find(({ fieldId }) => fieldId === field.id);
    setErrors(({ [field.id]: _before, ...rest }) =>
      problem === undefined ? rest : { ...rest, [field.id]: problem },
    );
  }

  const errorOf = (fieldId: string) => errors[fieldId] && problemText(errors[fieldId], words);
  const listed = summary.map((problem) => {
    return { fieldId: problem.fieldId, message: problemText(problem, words) };
  });
  return (
    // The handlers watch the fields inside it, as onSubmit does; the form itself is not pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      action={submit}
      onSubmit={send}
      onBlur={check}
      onInput={check}
      noValidate
      className="flex flex-col gap-8"
    >
      <div ref={summaryBox} tabIndex={-1} className="empty:hidden">
        <ErrorSummary title={words.errorsTitle} errors={listed} />
      </div>
      <ContactFields values={shown} errorOf={errorOf} words={words} />
      <section aria-labelledby="address-title" className="flex flex-col gap-5">
        <h2 id="address-title" className="text-xl">
          {words.shippingAddress}
        </h2>
        <AddressFields
          prefix="shipping"
          address={shown.shipping}
          country={country}
          onCountry={setCountry}
          countries={countries}
          errorOf={errorOf}
          words={words}
        />
        <NoScriptCountry label={words.showFields} />
      </section>
      <section aria-labelledby="billing-title" className="group flex flex-col gap-5">
        <h2 id="billing-title" className="text-xl">
          {words.billingAddress}
        </h2>
        <Checkbox
          name="billing-same"
          value="yes"
          defaultChecked={shown.billing === null}
          label={words.sameAsShipping}
          className="-my-2"
        />
        {/* Shown by the checkbox alone, so that it works before and without JavaScript. */}
        <div className="group-has-[[name=billing-same]:checked]:hidden">
          <AddressFields
            prefix="billing"
            address={shown.billing ?? emptyBilling}
            country={billingCountry}
            onCountry={setBillingCountry}
            countries={countries}
            errorOf={errorOf}
            words={words}
          />
        </div>
      </section>
      <Button type="submit" size="large" wide aria-disabled={pending || undefined}>
        {pending && <Spinner />}
        {pending ? words.saving : words.continueToShipping}
      </Button>
    </form>
  );
}

/**
 * Without JavaScript the fields of another country come from the server. With it the button must not
 * be there at all: a form's Enter key presses its first button, also one that nobody sees.
 */
function NoScriptCountry({ label }: { label: string }) {
  return (
    <noscript>
      <Button type="submit" name="intent" value="country" variant="secondary" size="small">
        {label}
      </Button>
    </noscript>
  );
}
