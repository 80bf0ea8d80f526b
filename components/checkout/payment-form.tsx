"use client";
import { PaymentElement, useCheckoutElements } from "@stripe/react-stripe-js/checkout";
import { useReducer, useRef, useState, type ComponentProps } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { Spinner } from "@/components/ui/spinner";
import { BehindSkeleton } from "./behind-skeleton";
import { BillingAddress, type Billing, type KeptBilling } from "./billing-address";
import { ExpressPayment } from "./express-payment";
import { PaymentSkeleton } from "./payment-skeleton";
import { ConnectionLost, PageIsOld } from "./payment-trouble";
import type { PaymentWords } from "./payment-words";
import { useAgreedTotal } from "./use-agreed-total";
import { usePaying, type PaymentCheck, type Phase } from "./use-paying";

type Props = Omit<Parameters<typeof usePaying>[0], "check"> & {
  totalMinor: number;
  words: PaymentWords;
  /** The billing address of the order, in one line. */
  billedTo: string;
  keepBilling: (billing: Billing) => Promise<KeptBilling>;
  /** Before paying. `billing`: what Stripe's address form says, where it was opened. */
  check: (billing: Billing | null) => Promise<PaymentCheck>;
};

/** Stripe's fields and the one button that says the amount. */
export function PaymentForm({ totalMinor, words, billedTo, keepBilling, ...order }: Props) {
  const state = useCheckoutElements();
  const billing = useRef<Billing | null>(null);
  const { phase, message, pay } = usePaying({
    ...order,
    check: () => order.check(billing.current),
  });
  const [fields, setFields] = useState<"coming" | "usable" | "failed">("coming");
  const [walletsSettled, settleWallets] = useReducer(() => true, false);
  const agreement = useAgreedTotal(state.type === "success" ? state.checkout : null, totalMinor);

  if (state.type === "loading") return <PaymentSkeleton label={words.formLoading} />;
  if (state.type === "error") return <PageIsOld words={words} />;
  const { checkout } = state;
  if (agreement === "differs") return <PageIsOld words={words} />;
  if (phase === "unsure") return <ConnectionLost returnPath={order.returnPath} words={words} />;

  const waiting = phase !== "open";
  const submit: ComponentProps<"form">["onSubmit"] = (event) => {
    event.preventDefault();
    pay(checkout);
  };
  return (
    <BehindSkeleton isReady={fields !== "coming" && walletsSettled} label={words.formLoading}>
      <form onSubmit={submit} className="flex flex-col gap-6" aria-busy={waiting}>
        <ExpressPayment
          label={words.expressPay}
          below={words.orPayBelow}
          onSettled={settleWallets}
          onConfirm={(event) => pay(checkout, event)}
        />
        <div className="min-h-44">
          <PaymentElement
            options={{ layout: "tabs" }}
            onReady={() => setFields("usable")}
            onLoadError={() => setFields("failed")}
          />
        </div>
        <BillingAddress
          shown={billedTo}
          words={words}
          keep={keepBilling}
          onType={(typed) => (billing.current = typed)}
        />
        {message && (
          <Alert tone="bad" role="alert" title={message}>
            {words.nothingCharged}
          </Alert>
        )}
        <PayButton
          phase={phase}
          isReady={fields === "usable" && agreement === "agreed"}
          words={words}
        />
        <LiveRegion className="-mt-3 text-center text-sm text-muted">
          {waiting ? words.keepOpen : words.encrypted}
        </LiveRegion>
      </form>
    </BehindSkeleton>
  );
}

type PayButtonProps = { phase: Phase; isReady: boolean; words: PaymentWords };

function PayButton({ phase, isReady, words }: PayButtonProps) {
  const waiting = phase !== "open";
  const label = { open: words.pay, paying: words.paying, unsure: words.paying };
  return (
    <Button
      type="submit"
      size="large"
      wide
      disabled={!isReady}
      aria-disabled={waiting || undefined}
    >
      {waiting ? <Spinner /> : <Icon name="lock" />}
      {phase === "leaving" ? words.openingOrder : label[phase]}
    </Button>
  );
}
