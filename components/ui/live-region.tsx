import type { ReactNode } from "react";

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
