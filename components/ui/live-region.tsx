import type { ReactNode } from "react";
import { cx } from "./cx";

type Props = { children?: ReactNode; className?: string };

/**
 * Reads out what appears in it without taking the focus. It has to be in the page before its text is,
 * so render it always and fill it later.
 */
export function LiveRegion({ children, className }: Props) {
  return (
    // An element with the role, not <output>: that one is phrasing content, and this holds blocks.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="status" aria-live="polite" className={className}>
      {children}
    </div>
  );
}

/** A live region that floats above the page's lower edge while it has something to say. */
export function Toast({ children, className }: Props) {
  return (
    <LiveRegion
      className={cx(
        "pointer-events-none fixed inset-x-4 bottom-4 z-50 flex justify-center empty:hidden",
        className,
      )}
    >
      {children && (
        <div className="pointer-events-auto rounded-md bg-solid px-5 py-3 text-on-solid shadow-floating">
          {children}
        </div>
      )}
    </LiveRegion>
  );
}
