import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { shop } from "@/lib/shop";
import { readLocale } from "@/lib/i18n/request";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: `${shop.name}, ${shop.trade.toLowerCase()}`, template: `%s · ${shop.name}` },
  description: shop.promise,
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#132733" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await readLocale()}>
      <body>{children}</body>
    </html>
  );
}
