"use client";
import { startTransition, useActionState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Spinner } from "@/components/ui/spinner";
import { readDetails, type Details } from "@/lib/checkout/form/details";
import { detailsProblems, type Problem } from "@/lib/checkout/form/problems";
import type { FormWords } from "@/lib/checkout/form/words";
import type { Address } from "@/lib/shipping/address";
import type { Country } from "./address-fields";
import { BillingSection, ShippingSection } from "./address-sections";
import { ContactFields } from "./contact-fields";
import { useDetailsErrors } from "./use-details-errors";

export type DetailsState = { is: "idle" } | { is: "refused"; problems: Problem[]; values: Details };

type Props = {
  action: (before: DetailsState, form: FormData) => Promise<DetailsState>;
  values: Details;
  emptyBilling: Address;
  countries: Country[];
  words: FormWords;
};

/**
 * The first step. The same rules run here, for an answer at once, and on the server, whose answer
 * counts. What is typed stays in the fields: with JavaScript because the form is never reset, without
 * it because the server sends it back.
 */
export function DetailsForm({ action, values: known, emptyBilling, countries, words }: Props) {
  const [state, submit, pending] = useActionState<DetailsState, FormData>(action, { is: "idle" });
  const values = state.is === "refused" ? state.values : known;
  const problems = state.is === "refused" ? state.problems : [];
  const { errorOf, listed, summaryBox, refuse, check } = useDetailsErrors(problems, words);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    refuse(detailsProblems(readDetails(form)));
    // Sent in any case: the server keeps the half-filled form for a reload or another visit.
    startTransition(() => submit(form));
  }

  const shared = { values, countries, errorOf, words };
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
      <ContactFields values={values} errorOf={errorOf} words={words} />
      <ShippingSection {...shared} />
      <BillingSection {...shared} emptyBilling={emptyBilling} />
      <Button type="submit" size="large" wide aria-disabled={pending || undefined}>
        {pending && <Spinner />}
        {pending ? words.saving : words.continueToShipping}
      </Button>
    </form>
  );
}
