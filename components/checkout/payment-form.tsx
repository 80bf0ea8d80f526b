"use client";
import { PaymentElement, useCheckoutElements } from "@stripe/react-stripe-js/checkout";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { Spinner } from "@/components/ui/spinner";
import { PaymentSkeleton } from "./payment-skeleton";

/** What the server says about the order right now. "leave": there is something else to see first. */
export type PaymentCheck =
  { is: "ready" } | { is: "leave"; href: string } | { is: "refused"; message: string };

type Props = {
  totalMinor: number;
  payLabel: string;
  returnPath: string;
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
  const { totalMinor, payLabel, returnPath, check, confirmUnpaid } = props;
  const state = useCheckoutElements();
  const [phase, setPhase] = useState<Phase>("open");
  const [message, setMessage] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  // A state is only seen at the next render; two quick presses happen before it.
  const busy = useRef(false);

  if (state.type === "loading") return <PaymentSkeleton />;
  if (state.type === "error") return <PageIsOld message={state.error.message} />;
  const { checkout } = state;
  if (checkout.total.total.minorUnitsAmount !== totalMinor) {
    return <PageIsOld message="The total of this order has changed." />;
  }

  function leave(href: string) {
    setPhase("leaving");
    // Replaced, so that Back does not lead to a form that is used up.
    location.replace(href);
  }

  async function confirm() {
    const now = await check();
    if (now.is === "leave") return leave(now.href);
    if (now.is === "refused") return reopen(now.message);
    const result = await checkout.confirm({ redirect: "if_required" });
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

  function pay(event: FormEvent) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    setPhase("paying");
    setMessage(null);
    confirm().catch(() => (navigator.onLine ? leave(returnPath) : setPhase("unsure")));
  }

  if (phase === "unsure") return <ConnectionLost returnPath={returnPath} />;
  const waiting = phase !== "open";
  return (
    <form onSubmit={pay} className="flex flex-col gap-6" aria-busy={waiting}>
      <div className="min-h-44">
        <PaymentElement options={{ layout: "tabs" }} onReady={() => setReady(true)} />
      </div>
      {message && (
        <Alert tone="bad" role="alert" title={message}>
          Nothing was charged. You can try again, or pay with another card.
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
        {phase === "open" ? payLabel : phase === "paying" ? "Paying…" : "Opening your order…"}
      </Button>
      <LiveRegion className="-mt-3 text-center text-sm text-muted">
        {waiting
          ? "Please keep this page open. Your bank may ask you to confirm."
          : "Encrypted, and handled by Stripe. We never see your card number."}
      </LiveRegion>
    </form>
  );
}

function ConnectionLost({ returnPath }: { returnPath: string }) {
  useEffect(() => {
    const goOn = () => location.replace(returnPath);
    addEventListener("online", goOn);
    return () => removeEventListener("online", goOn);
  }, [returnPath]);
  return (
    <Alert tone="info" role="alert" title="We are checking your payment">
      <p className="mb-3">
        The connection was lost while you paid. Please do not pay again: this page goes on by itself
        as soon as you are online.
      </p>
      <a href={returnPath} className={buttonClass({ variant: "secondary" })}>
        <Icon name="refresh" /> Check now
      </a>
    </Alert>
  );
}

function PageIsOld({ message }: { message: string }) {
  return (
    <Alert tone="warn" role="alert" title="This page is out of date">
      <p className="mb-3">{message} Nothing was charged.</p>
      <Button variant="secondary" onClick={() => location.reload()}>
        <Icon name="refresh" /> Load it again
      </Button>
    </Alert>
  );
}
