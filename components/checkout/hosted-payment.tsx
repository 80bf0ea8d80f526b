"use client";
import { useEffect, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";

type Props = {
  orderToken: string;
  /** Where "cancel" on the payment provider's page leads back to. */
  from: "checkout" | "order";
  words: { pay: string; pending: string };
};

/**
 * The payment provider's own page takes the payment. A plain form that is answered by a redirect, so
 * it works in a browser that runs no scripts, and nothing has to load for it.
 */
function HostedForm({ orderToken, from, className, children }: FormProps) {
  const [pending, setPending] = useState(false);
  useEffect(() => {
    // Back from the other page, the browser shows this one as it was left.
    const onShow = () => setPending(false);
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);
  return (
    <form
      method="post"
      action="/checkout/pay"
      className={className}
      onSubmit={(event) => {
        if (pending) event.preventDefault();
        setPending(true);
      }}
    >
      <input type="hidden" name="order" value={orderToken} />
      <input type="hidden" name="from" value={from} />
      {children(pending)}
    </form>
  );
}

type FormProps = Omit<Props, "words"> & {
  className?: string;
  children: (pending: boolean) => ReactNode;
};

export function HostedPayment({ words, ...form }: Props) {
  return (
    <HostedForm {...form}>
      {(pending) => (
        <Button type="submit" size="large" wide aria-disabled={pending || undefined}>
          {pending ? <Spinner /> : <Icon name="lock" />}
          {pending ? words.pending : words.pay}
        </Button>
      )}
    </HostedForm>
  );
}

type HintProps = Props & { words: { trouble: string } };

/**
 * The same way, offered quietly below a form that works for nearly everybody. It comes with that form, or when
 * the form has taken too long: a button that moves while it is pressed is not pressed.
 */
export function HostedHint({ words, ...form }: HintProps) {
  return (
    <HostedForm
      {...form}
      className="mt-6 border-t border-line pt-4 group-has-data-opening:shown-late group-has-[[data-hosted-only]]:hidden noscript:hidden"
    >
      {(pending) => (
        <Button
          type="submit"
          variant="quiet"
          size="small"
          wide
          className="flex-wrap"
          aria-disabled={pending || undefined}
        >
          <span className="font-normal text-muted">{words.trouble}</span>
          <span className="inline-flex items-center gap-1.5 underline underline-offset-4">
            {pending ? words.pending : words.pay} <Icon name="external" className="size-4" />
          </span>
        </Button>
      )}
    </HostedForm>
  );
}
