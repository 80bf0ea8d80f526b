import { database } from "@/lib/db/client";

export type KnownCustomer = { name: string; email: string };

/** Who has bought before, by the beginning of their name or e-mail address; the latest first. */
export async function findCustomers(words: string): Promise<KnownCustomer[]> {
  const asked = words.trim();
  if (asked.length < 2) return [];
  const db = await database();
  const rows = await db.order.findMany({
    where: {
      email: { not: "" },
      OR: [
        { email: { startsWith: asked.toLowerCase() } },
        { name: { startsWith: asked, mode: "insensitive" } },
      ],
    },
    select: { name: true, email: true },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  const byEmail = new Map(rows.toReversed().map((row) => [row.email, row]));
  return [...byEmail.values()].toReversed().slice(0, 8);
}
