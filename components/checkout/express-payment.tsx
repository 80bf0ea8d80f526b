"use client";
import { ExpressCheckoutElement } from "@stripe/react-stripe-js/checkout";
import { useEffect, useState, type ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export type ExpressConfirm = Parameters<
  ComponentProps<typeof ExpressCheckoutElement>["onConfirm"]
>[0];

type Props = {
  label: string;
  below: string;
  /** It is known whether there is a wallet, or it takes too long to know. */
  onSettled: () => void;
  onConfirm: (event: ExpressConfirm) => void;
};

/** A wallet that does not answer keeps no card form away. */
const PATIENCE_MS = 2_500;

/** Wallets of the shopper's own device. Nothing is seen of it until there is one. */
export function ExpressPayment({ label, below, onSettled, onConfirm }: Props) {
  const [available, setAvailable] = useState(false);
  useEffect(() => {
    const timer = setTimeout(onSettled, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [onSettled]);
  return (
    <section
      aria-label={label}
      // Hidden from readers too, but measured: the element asks what fits into its width.
      className={cx(!available && "invisible -mb-6 h-0 overflow-hidden")}
    >
      <ExpressCheckoutElement
        onReady={({ availablePaymentMethods: found }) => {
          setAvailable(Object.values(found ?? {}).some(Boolean));
          onSettled();
        }}
        onLoadError={onSettled}
        onConfirm={onConfirm}
      />
      <p
        aria-hidden
        className="mt-5 flex items-center gap-4 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
      >
        {below}
      </p>
    </section>
  );
}
