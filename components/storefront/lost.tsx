import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Img } from "@/components/ui/img";

/** Nothing is at this address. */
export function Lost() {
  return (
    <EmptyState
      as="h1"
      title="Nothing at this mooring"
      picture={
        <Img
          src="/products/storm-lantern-ink.svg"
          alt=""
          width={800}
          height={1000}
          loading="eager"
          className="size-56 rounded-full object-cover object-[50%_80%]"
        />
      }
      actions={
        <>
          <LinkButton href="/products">See everything</LinkButton>
          <LinkButton href="/" variant="secondary">
            Back to the start
          </LinkButton>
        </>
      }
    >
      <p>The page has moved, or it never was here. The shop is still open.</p>
    </EmptyState>
  );
}
