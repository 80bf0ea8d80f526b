"use client";
import { createContext, use, useMemo, useRef, useTransition, type ReactNode } from "react";

type Change = () => Promise<void>;

/** Stripe.js runs the change, keeps what was typed, and reads its session again afterwards. */
export type RunServerUpdate = (change: Change) => Promise<unknown>;

type LiveTotal = {
  /** From the first press until the new total is on the page. */
  isChanging: boolean;
  change: (work: Change) => void;
  connect: (update: RunServerUpdate | null) => void;
};

const LiveTotalContext = createContext<LiveTotal>({
  isChanging: false,
  change: (work) => void work(),
  connect: () => undefined,
});

/**
 * Joins what changes the total beside the payment form with the form: the change goes to the server
 * through Stripe.js, so that the card number stays where it is, and nobody pays while it is under way.
 */
export function LiveTotal({ children }: { children: ReactNode }) {
  const [isChanging, start] = useTransition();
  const update = useRef<RunServerUpdate | null>(null);
  const live = useMemo<LiveTotal>(
    () => ({
      isChanging,
      change: (work) => start(() => through(update.current, work)),
      connect: (next) => void (update.current = next),
    }),
    [isChanging],
  );
  return <LiveTotalContext value={live}>{children}</LiveTotalContext>;
}

/** What goes wrong in the change (another page to see, too) is for the page and not for Stripe.js. */
async function through(update: RunServerUpdate | null, work: Change): Promise<void> {
  const thrown: unknown[] = [];
  const caught = () => work().catch((error: unknown) => void thrown.push(error));
  if (update === null) await caught();
  // What Stripe.js says of it is seen in the total that it shows then.
  else await update(caught).catch(() => null);
  if (thrown.length > 0) throw thrown[0];
}

export const useLiveTotal = () => use(LiveTotalContext);
