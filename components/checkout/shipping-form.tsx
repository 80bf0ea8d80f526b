"use client";
import {
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  type FormEvent,
} from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { RateChoices, type RateOption } from "./rate-choices";

export type ShippingState = { is: "idle" } | { is: "refused"; message: string };

export type ShippingWords = {
  howSent: string;
  continueToPayment: string;
  reserving: string;
  nothingOrdered: string;
};

type Props = {
  rates: RateOption[];
  chosen: string;
  /** What the goods cost on this page: the server refuses to go on from a total nobody saw. */
  seenGoodsMinor: number;
  disabled: boolean;
  words: ShippingWords;
  action: (before: ShippingState, form: FormData) => Promise<ShippingState>;
  /** Keeps the choice at once, so that the total beside the form is the right one. */
  onChoose: (form: FormData) => Promise<void>;
};

export function ShippingForm(props: Props) {
  const { rates, chosen, seenGoodsMinor, disabled, words, action, onChoose } = props;
  const [state, submit, pending] = useActionState<ShippingState, FormData>(action, { is: "idle" });

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!pending) startTransition(() => submit(form));
  }

  const choose = (form: HTMLFormElement) => startTransition(() => onChoose(new FormData(form)));
  const box = useRef<HTMLFormElement>(null);
  // The page could be used before this ran.
  const seeEarlyChoice = useEffectEvent(() => {
    const form = box.current;
    const early = form && new FormData(form).get("rateCode");
    if (early && early !== chosen) choose(form);
  });
  useEffect(() => seeEarlyChoice(), []);

  return (
    <form
      ref={box}
      action={submit}
      onSubmit={send}
      onChange={(event) => choose(event.currentTarget)}
      className="flex flex-col gap-8"
    >
      {state.is === "refused" && (
        <Alert tone="bad" role="alert" title={state.message}>
          {words.nothingOrdered}
        </Alert>
      )}
      <input type="hidden" name="seenGoodsMinor" value={seenGoodsMinor} />
      <RateChoices rates={rates} chosen={chosen} legend={words.howSent} />
      <Button
        type="submit"
        size="large"
        wide
        disabled={disabled}
        aria-disabled={pending || undefined}
      >
        {pending && <Spinner />}
        {pending ? words.reserving : words.continueToPayment}
      </Button>
    </form>
  );
}
