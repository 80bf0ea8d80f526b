import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { auth } from "./auth";

export type SignedInMerchant = { id: string; name: string; email: string };

/** Who is signed in; asked once for one request. */
export const currentMerchant = cache(async (): Promise<SignedInMerchant | null> => {
  // First what only a request has: the build stops here, before it would open a database.
  const requestHeaders = await headers();
  const { api } = await auth();
  const session = await api.getSession({ headers: requestHeaders });
  if (session === null) return null;
  const { id, name, email } = session.user;
  return { id, name, email };
});

/**
 * The first line of every admin page and action. Whoever is not signed in goes to the sign-in page, and
 * from there to `next` (a path of the admin).
 */
export async function requireMerchant(next = "/admin"): Promise<SignedInMerchant> {
  const merchant = await currentMerchant();
  if (merchant === null) redirect(`/admin/sign-in?next=${encodeURIComponent(next)}`);
  return merchant;
}
