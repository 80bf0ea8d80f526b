"use client";
import { useActionState, useTransition, type FormEvent } from "react";
import { CodeForm } from "@/components/storefront/code-form";
import { Button } from "@/components/ui/button";
import type { CodesView } from "@/lib/checkout/codes-view";
import { RateChoices, type RateOption } from "./rate-choices";

type Answer = CodesView["answer"];

type LiveCodesProps = {
  view: CodesView;
  enter: (before: Answer, form: FormData) => Promise<Answer>;
  remove: (form: FormData) => Promise<void>;
};

/** Codes beside the payment form: the answer and the new total come without another page. */
export function LiveCodes({ view, enter, remove }: LiveCodesProps) {
  const [answer, submit] = useActionState(enter, view.answer);
  // "The code is used" is no longer true once it was taken out again.
  const said = answer?.isGood && view.used.length === 0 ? null : answer;
  return <CodeForm view={{ ...view, answer: said }} back="" enter={submit} remove={remove} />;
}

type LiveRatesProps = {
  rates: RateOption[];
  chosen: string;
  words: { howSent: string; change: string };
  choose: (form: FormData) => Promise<void>;
};

/** How it is sent, beside the payment form: a choice counts at once. Without scripts a button sends it. */
export function LiveRates({ rates, chosen, words, choose }: LiveRatesProps) {
  const [pending, start] = useTransition();
  function send(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget);
    start(() => choose(form));
  }
  return (
    <form action={choose} onChange={send} aria-busy={pending} className="mb-8">
      <RateChoices rates={rates} chosen={chosen} legend={words.howSent} showLegend />
      <noscript>
        <Button type="submit" variant="secondary" className="mt-3">
          {words.change}
        </Button>
      </noscript>
    </form>
  );
}
