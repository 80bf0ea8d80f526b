import NextLink from "next/link";
import type { ComponentProps } from "react";
import { LinkPending } from "./link-pending";

/**
 * The one way to link within the site. Nothing is fetched ahead: pages are rendered for each request, and
 * a list of thirty links would ask for thirty pages that nobody opens.
 */
export function Link({ children, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest}>
      {children}
      <LinkPending />
    </NextLink>
  );
}

/** A link that loads the page anew: out of an open menu, or into another part of the site. */
export function PlainLink({ children, ...rest }: ComponentProps<"a">) {
  return <a {...rest}>{children}</a>;
}
