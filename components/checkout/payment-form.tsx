"use client";
import { PaymentElement, useCheckoutElements } from "@stripe/react-stripe-js/checkout";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { Spinner } from "@/components/ui/spinner";
import { ExpressPayment, type ExpressConfirm } from "./express-payment";
import { PaymentSkeleton } from "./payment-skeleton";
import type { PaymentWords } from "./payment-words";

/** What the server says about the order right now. "leave": there is something else to see first. */
export type PaymentCheck =
  { is: "ready" } | { is: "leave"; href: string } | { is: "refused"; message: string };

type Props = {
  totalMinor: number;
  returnPath: string;
  words: PaymentWords;
  /** Before paying: is this still the order, and is this still its form? */
  check: () => Promise<PaymentCheck>;
  /** After a refusal: "ready" only when the provider itself says that nothing was paid. */
  confirmUnpaid: () => Promise<PaymentCheck>;
};

type Phase = "open" | "paying" | "leaving" | "unsure";

/**
 * Paying has three outcomes and not two: paid, refused, and not known. Only a refusal that the payment
 * provider has spelled out is shown as one. Where no answer came, the return page asks the provider,
 * so nobody is told "failed" about money that moved. A second try is always of the same payment.
 */
export function PaymentForm(props: Props) {
  const { totalMinor, returnPath, words, check, confirmUnpaid } = props;
  const state = useCheckoutElements();
  const [phase, setPhase] = useState<Phase>("open");
  const [message, setMessage] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  // A state is only seen at the next render; two quick presses happen before it.
  const busy = useRef(false);

  if (state.type === "loading") return <PaymentSkeleton label={words.formLoading} />;
  if (state.type === "error") return <PageIsOld words={words} />;
  const { checkout } = state;
  if (checkout.total.total.minorUnitsAmount !== totalMinor) return <PageIsOld words={words} />;

  function leave(href: string) {
    setPhase("leaving");
    // Replaced, so that Back does not lead to a form that is used up.
    location.replace(href);
  }

  async function confirm(express?: ExpressConfirm) {
    const now = await check();
    if (now.is === "leave") return leave(now.href);
    if (now.is === "refused") return reopen(now.message);
    const result = await checkout.confirm({
      redirect: "if_required",
      ...(express && { expressCheckoutConfirmEvent: express }),
    });
    if (result.type === "success") return leave(returnPath);
    // A lost connection looks like a refusal from here, although the money may have moved.
    const after = await confirmUnpaid();
    if (after.is === "leave") return leave(after.href);
    reopen(after.is === "refused" ? after.message : result.error.message);
  }

  function reopen(reason: string) {
    setMessage(reason);
    setPhase("open");
    busy.current = false;
  }

  function pay(express?: ExpressConfirm) {
    if (busy.current) return;
    busy.current = true;
    setPhase("paying");
    setMessage(null);
    confirm(express).catch(() => (navigator.onLine ? leave(returnPath) : setPhase("unsure")));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    pay();
  }

  if (phase === "unsure") return <ConnectionLost returnPath={returnPath} words={words} />;
  const waiting = phase !== "open";
  return (
    <form onSubmit={submit} className="flex flex-col gap-6" aria-busy={waiting}>
      <ExpressPayment label={words.expressPay} below={words.orPayBelow} onConfirm={pay} />
      <div className="min-h-44">
        <PaymentElement options={{ layout: "tabs" }} onReady={() => setReady(true)} />
      </div>
      {message && (
        <Alert tone="bad" role="alert" title={message}>
          {words.nothingCharged}
        </Alert>
      )}
      <Button
        type="submit"
        size="large"
        wide
        disabled={!ready}
        aria-disabled={waiting || undefined}
      >
        {waiting ? <Spinner /> : <Icon name="lock" />}
        {phase === "open" ? words.pay : phase === "paying" ? words.paying : words.openingOrder}
      </Button>
      <LiveRegion className="-mt-3 text-center text-sm text-muted">
        {waiting ? words.keepOpen : words.encrypted}
      </LiveRegion>
    </form>
  );
}

type LostProps = { returnPath: string; words: PaymentWords };

function ConnectionLost({ returnPath, words }: LostProps) {
  useEffect(() => {
    const goOn = () => location.replace(returnPath);
    addEventListener("online", goOn);
    return () => removeEventListener("online", goOn);
  }, [returnPath]);
  return (
    <Alert tone="info" role="alert" title={words.checkingTitle}>
      <p className="mb-3">{words.checkingText}</p>
      <a href={returnPath} className={buttonClass({ variant: "secondary" })}>
        <Icon name="refresh" /> {words.checkNow}
      </a>
    </Alert>
  );
}

function PageIsOld({ words }: { words: PaymentWords }) {
  return (
    <Alert tone="warn" role="alert" title={words.oldTitle}>
      <p className="mb-3">{words.oldText}</p>
      <Button variant="secondary" onClick={() => location.reload()}>
        <Icon name="refresh" /> {words.loadAgain}
      </Button>
    </Alert>
  );
}
