import type { Metadata } from "next";
import { Lost } from "@/components/storefront/lost";
import { translations } from "@/lib/i18n/request";
import { Shell } from "./(storefront)/shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translations("home");
  return { title: t("lostTitle") };
}

export default async function NotFound() {
  return (
    <Shell>
      <Lost t={await translations("home")} />
    </Shell>
  );
}
