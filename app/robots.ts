import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The address is a setting of the running shop, not of the build.
  await connection();
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/admin", "/cart", "/checkout", "/orders"] },
    sitemap: `${env().storeUrl}/sitemap.xml`,
  };
}
