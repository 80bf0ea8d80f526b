"use client";
import { useEffect, useRef, type ReactNode } from "react";

let shown: string | null = null;

/**
 * A step's heading takes the focus when the shopper has come from another step: the page was not loaded
 * anew, so nothing else would tell a screen reader that it is another one.
 */
export function StepHeading({ step, children }: { step: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown !== null && shown !== step) heading.current?.focus();
    shown = step;
  }, [step]);
  return (
    <h1 ref={heading} tabIndex={-1} className="mt-3 mb-6 text-2xl">
      {children}
    </h1>
  );
}
