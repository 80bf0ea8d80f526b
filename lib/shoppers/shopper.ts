import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { shopperAuth } from "./auth";

export type SignedInShopper = { id: string; name: string; email: string };

/** Who is signed in; asked once for one request, and nobody is asked where there is no cookie. */
export const currentShopper = cache(async (): Promise<SignedInShopper | null> => {
  const requestHeaders = await headers();
  if (!requestHeaders.get("cookie")?.includes("tender-shopper.session_token")) return null;
  const { api } = await shopperAuth();
  const session = await api.getSession({ headers: requestHeaders });
  if (session === null) return null;
  const { id, name, email } = session.user;
  return { id, name, email };
});

/** The first line of every page and action of the account. */
export async function requireShopper(next = "/account"): Promise<SignedInShopper> {
  const shopper = await currentShopper();
  if (shopper === null) redirect(`/account/sign-in?next=${encodeURIComponent(next)}`);
  return shopper;
}

export { walletOf } from "./wallet-of";
