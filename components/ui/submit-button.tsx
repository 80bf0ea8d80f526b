"use client";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { Spinner } from "./spinner";

type Props = ComponentProps<typeof Button> & {
  /** Shown while the form is being sent. Left out: the same words. */
  pendingLabel?: string;
};

/** Cannot be pressed twice: it waits for its form. Without JavaScript it is a plain submit button. */
export function SubmitButton({ pendingLabel, children, disabled, onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      // Not `disabled` while pending: that would drop the focus of a keyboard user to the page.
      disabled={disabled}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      {...rest}
    >
      {pending && <Spinner />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
