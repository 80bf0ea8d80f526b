import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  // Some of these addresses carry a key.
  referrer: "same-origin",
};

export default function DoorLayout({ children }: { children: ReactNode }) {
  return <div className="page max-w-lg py-10 sm:py-16">{children}</div>;
}
