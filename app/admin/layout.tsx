import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { default: "Admin", template: "%s · Admin" },
  robots: { index: false, follow: false },
};

/** The admin is written in English, whatever the browser asks of the shop. */
export default function AdminRoot({ children }: { children: ReactNode }) {
  return <div lang="en">{children}</div>;
}
