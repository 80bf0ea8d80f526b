import "server-only";
import { database } from "@/lib/db/client";

export type TokenShopper = { id: string; name: string; email: string; emailVerified: boolean };

/** Who a token is of that a program was given for a shopper. Null: nobody's, or its time is over. */
export async function shopperOfToken(token: string): Promise<TokenShopper | null> {
  const db = await database();
  const session = await db.shopperSession.findUnique({
    where: { token },
    select: {
      expiresAt: true,
      user: { select: { id: true, name: true, email: true, emailVerified: true } },
    },
  });
  return session !== null && session.expiresAt > new Date() ? session.user : null;
}
