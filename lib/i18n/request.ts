import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import { chooseLocale, localeCookie } from "./choice";
import type { Locale } from "./locales";
import { translator, type Namespace, type Translator } from "./translator";

/** The language of the page that is being made; asked once for one request. */
export const readLocale = cache(async (): Promise<Locale> => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  return chooseLocale({
    cookie: jar.get(localeCookie)?.value,
    acceptLanguage: asked.get("accept-language"),
  });
});

const yearSeconds = 365 * 24 * 60 * 60;

/** Only in server actions and route handlers. */
export async function writeLocale(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookie, locale, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().storeUrl.startsWith("https:"),
    maxAge: yearSeconds,
  });
}

/** The texts of one part of the shop in the shopper's language, for pages and server actions. */
export async function translations<N extends Namespace>(namespace: N): Promise<Translator<N>> {
  return translator(await readLocale(), namespace);
}
