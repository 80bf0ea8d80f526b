import type { Metadata } from "next";
import { Lost } from "@/components/storefront/lost";
import { translations } from "@/lib/i18n/request";
import { Shell } from "./(storefront)/shell";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  return (
    <Shell>
      <Lost t={await translations("home")} />
    </Shell>
  );
}
