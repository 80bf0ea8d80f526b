import type { useCheckoutElements } from "@stripe/react-stripe-js/checkout";
import { useRef, useState } from "react";
import type { ExpressConfirm } from "./express-payment";

/** What the server says about the order right now. "leave": there is something else to see first. */
export type PaymentCheck =
  { is: "ready" } | { is: "leave"; href: string } | { is: "refused"; message: string };

type Checkout = Extract<ReturnType<typeof useCheckoutElements>, { type: "success" }>["checkout"];

type Props = {
  returnPath: string;
  /** Before paying: is this still the order, and is this still its form? */
  check: () => Promise<PaymentCheck>;
  /**
   * After a refusal: "ready" only when the provider itself says that nothing was paid.
   * `isDeclined`: it was the bank's; a field that is not filled in is no try.
   */
  confirmUnpaid: (isDeclined: boolean) => Promise<PaymentCheck>;
};

/** "unsure": the connection is gone, and nobody here knows what became of the payment. */
export type Phase = "open" | "paying" | "leaving" | "unsure";

type Paying = {
  phase: Phase;
  /** Why the last try was refused. */
  message: string | null;
  pay: (checkout: Checkout, express?: ExpressConfirm) => void;
};

/**
 * Paying has three outcomes and not two: paid, refused, and not known. Only a refusal that the payment
 * provider has spelled out is shown as one. Where no answer came, the return page asks the provider,
 * so nobody is told "failed" about money that moved. A second try is always of the same payment.
 */
export function usePaying({ returnPath, check, confirmUnpaid }: Props): Paying {
  const [phase, setPhase] = useState<Phase>("open");
  const [message, setMessage] = useState<string | null>(null);
  // A state is only seen at the next render; two quick presses happen before it.
  const busy = useRef(false);

  function leave(href: string) {
    setPhase("leaving");
    // Replaced, so that Back does not lead to a form that is used up.
    location.replace(href);
  }

  function reopen(reason: string) {
    setMessage(reason);
    setPhase("open");
    busy.current = false;
  }

  async function confirm(checkout: Checkout, express?: ExpressConfirm) {
    const now = await check();
    if (now.is === "leave") return leave(now.href);
    if (now.is === "refused") return reopen(now.message);
    const result = await checkout.confirm({
      redirect: "if_required",
      ...(express && { expressCheckoutConfirmEvent: express }),
    });
    if (result.type === "success") return leave(returnPath);
    // A lost connection looks like a refusal from here, although the money may have moved.
    const after = await confirmUnpaid(result.error.code === "paymentFailed");
    if (after.is === "leave") return leave(after.href);
    reopen(after.is === "refused" ? after.message : result.error.message);
  }

  function pay(checkout: Checkout, express?: ExpressConfirm) {
    if (busy.current) return;
    busy.current = true;
    setPhase("paying");
    setMessage(null);
    confirm(checkout, express).catch(() =>
      navigator.onLine ? leave(returnPath) : setPhase("unsure"),
    );
  }

  return { phase, message, pay };
}
