import { z } from "zod";
import { database } from "@/lib/db/client";
import { openShopperSession, signInShopperForToken } from "@/lib/shoppers/operations/sign-in";
import { knownCustomer } from "./writes/customers";

/**
 * A customer whose token came along: one of the shop's accounts, whose session the token names. So it ends
 * with the session: after a day, or with another password.
 */
export type SignedIn = {
  /** Of the customer, as these clients know one: somebody with this e-mail address. */
  id: string;
  email: string;
  /** Whoever has not confirmed the address is not shown what others did under it. */
  isConfirmed: boolean;
  shopperId: string;
  session: { id: string; token: string };
};

/** Null: there is none, or its time is over. */
export async function findSignedIn(
  session: { id: string } | { token: string },
): Promise<SignedIn | null> {
  const db = await database();
  const row = await db.shopperSession.findUnique({
    where: session,
    select: {
      id: true,
      token: true,
      expiresAt: true,
      user: { select: { id: true, email: true, emailVerified: true } },
    },
  });
  if (row === null || row.expiresAt <= new Date()) return null;
  const { id: shopperId, email, emailVerified: isConfirmed } = row.user;
  const known = { where: { email }, select: { id: true } } as const;
  const { id } = (await db.customer.findUnique(known)) ?? (await knownCustomer(email));
  return { id, email, isConfirmed, shopperId, session: { id: row.id, token: row.token } };
}

/** @param from the address on the net that is counted. @throws DomainError forbidden, too_many_attempts */
export async function signInCustomer(
  { username, password }: { username: string; password: string },
  from: string,
): Promise<SignedIn | null> {
  const { token } = await signInShopperForToken({ email: username, password }, from);
  return findSignedIn({ token });
}

/** A program says who it is, as it may of everybody. Null: this customer has no account. */
export async function signInFor(customerId: string): Promise<SignedIn | null> {
  const db = await database();
  const known = z.uuid().safeParse(customerId).success
    ? await db.customer.findUnique({ where: { id: customerId }, select: { email: true } })
    : null;
  const where = { email: known?.email ?? "" };
  const shopper = await db.shopper.findUnique({ where, select: { id: true } });
  return shopper === null
    ? null
    : findSignedIn({ token: (await openShopperSession(shopper.id)).token });
}

/** Given back, a refresh token gives no more tokens, and those that it gave stop working. */
export async function endSession(token: string): Promise<void> {
  const db = await database();
  await db.shopperSession.deleteMany({ where: { token } });
}
