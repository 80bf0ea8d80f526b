"use client";
import { useEffect, useRef, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type Props = {
  id?: string;
  className?: string;
  /** Read out again when it changes. */
  isLive?: boolean;
  children: ReactNode;
};

/**
 * The title of a till's screen. The button that led here is gone with the screen before, so the focus goes
 * to the title: keyboards go on from here, and screen readers say where they are.
 */
export function ScreenTitle({ id, className, isLive = false, children }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <h1
      ref={title}
      id={id}
      tabIndex={-1}
      aria-live={isLive ? "polite" : undefined}
      aria-atomic={isLive || undefined}
      className={cx("outline-none", className)}
    >
      {children}
    </h1>
  );
}
