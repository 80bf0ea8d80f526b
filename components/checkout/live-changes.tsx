"use client";
import { useActionState, useState, type FormEvent } from "react";
import { CodeForm } from "@/components/storefront/code-form";
import { Button } from "@/components/ui/button";
import type { CodesView } from "@/lib/checkout/codes-view";
import { useLiveTotal } from "./live-total";
import { RateChoices, type RateOption } from "./rate-choices";

type Answer = CodesView["answer"];

type LiveCodesProps = {
  view: CodesView;
  enter: (before: Answer, form: FormData) => Promise<Answer>;
  remove: (form: FormData) => Promise<void>;
};

/** Codes beside the payment form: the answer and the new total come without another page. */
export function LiveCodes({ view, enter, remove }: LiveCodesProps) {
  const { change } = useLiveTotal();
  // What the server said to a form that was sent without scripts, and since then.
  const [before, submit] = useActionState(enter, view.answer);
  const [since, setSince] = useState<{ answer: Answer } | null>(null);
  const answer = since === null ? before : since.answer;

  function send(event: FormEvent<HTMLElement>) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const typed = new FormData(form);
    change(async () => {
      if (!typed.has("code")) return remove(typed);
      setSince({ answer: await enter(answer, typed) });
      form.reset();
    });
  }

  // "The code is used" is no longer true once it was taken out again.
  const said = answer?.isGood && view.used.length === 0 ? null : answer;
  return (
    <div onSubmit={send}>
      <CodeForm view={{ ...view, answer: said }} back="" enter={submit} remove={remove} />
    </div>
  );
}

type LiveRatesProps = {
  rates: RateOption[];
  chosen: string;
  words: { howSent: string; change: string };
  choose: (form: FormData) => Promise<void>;
};

/** How it is sent, beside the payment form: a choice counts at once. Without scripts a button sends it. */
export function LiveRates({ rates, chosen, words, choose }: LiveRatesProps) {
  const { isChanging, change } = useLiveTotal();
  function send(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget);
    change(() => choose(form));
  }
  return (
    <form action={choose} onChange={send} aria-busy={isChanging} className="mb-8">
      <RateChoices rates={rates} chosen={chosen} legend={words.howSent} showLegend />
      <noscript>
        <Button type="submit" variant="secondary" className="mt-3">
          {words.change}
        </Button>
      </noscript>
    </form>
  );
}
