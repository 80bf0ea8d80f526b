import { Prisma } from "@/lib/db/client";

/**
 * The condition on `orders` for those of an account: what it placed, and what was placed as a guest with its
 * e-mail address, however that was written there. `lower(email)` has an index.
 * @param email confirmed; null: what guests ordered is not counted in
 */
export function isOrderOf(shopperId: string, email: string | null): Prisma.Sql {
  const placedByIt = Prisma.sql`shopper_id = ${shopperId}`;
  if (email === null) return placedByIt;
  const asGuest = Prisma.sql`shopper_id IS NULL AND lower(email) = ${email.toLowerCase()}`;
  return Prisma.sql`(${placedByIt} OR (${asGuest}))`;
}
