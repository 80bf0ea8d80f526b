import type { Metadata } from "next";
import { Lost } from "@/components/storefront/lost";
import { Shell } from "./(storefront)/shell";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Shell>
      <Lost />
    </Shell>
  );
}
