"use client";
import { useLinkStatus } from "next/link";

/** A line along the top of the window while the page of a pressed link is on its way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden className="link-pending" /> : null;
}
