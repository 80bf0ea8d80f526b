"use client";
import type { StripeElements } from "@stripe/stripe-js";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { openStripe, readAppearance, type StripeSource } from "@/components/checkout/open-stripe";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

type Props = {
  clientSecret: string;
  source: StripeSource;
  returnUrl: string;
  /** The words that are agreed to by pressing the button; they are kept with the card. */
  consent: string;
  words: { keep: string; keeping: string; blocked: string; loading: string; failed: string };
};

type Phase = "loading" | "open" | "keeping" | "blocked";

/** Mounts Stripe's form into `place`, and says how far it is. */
function useCardForm({ clientSecret, source }: Pick<Props, "clientSecret" | "source">) {
  const place = useRef<HTMLDivElement>(null);
  const elements = useRef<StripeElements>(null);
  const [phase, setPhase] = useState<Phase>("loading");
  const { publishableKey, script, locale } = source;

  useEffect(() => {
    let unmount = () => {};
    let here = true;
    openStripe({ publishableKey, script, locale }).then(
      (stripe) => {
        if (!here || !place.current) return;
        const group = stripe.elements({ clientSecret, appearance: readAppearance() });
        const form = group.create("payment", { layout: "tabs" });
        form.on("ready", () => setPhase("open"));
        form.mount(place.current);
        elements.current = group;
        unmount = () => form.destroy();
      },
      () => here && setPhase("blocked"),
    );
    return () => {
      here = false;
      unmount();
    };
  }, [clientSecret, publishableKey, script, locale]);

  return { place, elements, phase, setPhase };
}

/** Stripe's form for a card. Its number goes from the shopper to Stripe and never through us. */
export function AddCard({ clientSecret, source, returnUrl, consent, words }: Props) {
  const { place, elements, phase, setPhase } = useCardForm({ clientSecret, source });
  const [message, setMessage] = useState<string | null>(null);

  async function keep(event: FormEvent) {
    event.preventDefault();
    if (phase !== "open" || !elements.current) return;
    setPhase("keeping");
    setMessage(null);
    try {
      const stripe = await openStripe(source);
      // Success leaves the page, by way of the bank's where the bank wants to see its customer.
      const { error } = await stripe.confirmSetup({
        elements: elements.current,
        confirmParams: { return_url: returnUrl },
      });
      setMessage(error.message ?? words.failed);
    } catch {
      setMessage(words.failed);
    }
    setPhase("open");
  }

  if (phase === "blocked") return <Alert tone="warn" role="alert" title={words.blocked} />;
  const isKeeping = phase === "keeping";
  return (
    <form onSubmit={keep} className="flex flex-col gap-5" aria-busy={phase !== "open"}>
      {message && <Alert tone="bad" role="alert" title={message} />}
      <div className="min-h-44">
        {phase === "loading" && <p className="text-muted">{words.loading}</p>}
        <div ref={place} />
      </div>
      <p className="text-sm text-muted">{consent}</p>
      <Button
        type="submit"
        size="large"
        wide
        disabled={phase === "loading"}
        aria-disabled={isKeeping}
      >
        {isKeeping && <Spinner />}
        {isKeeping ? words.keeping : words.keep}
      </Button>
    </form>
  );
}
