import { z } from "zod";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { RegisterAccount } from "./accounts";

/** What stands at a till and is no sale yet: nothing is held for it, and nothing is promised. */
export const basketSchema = z.object({
  lines: z.array(z.object({ variantId: z.uuid(), quantity: z.int().positive().max(9_999) })),
  extra: z
    .object({ title: z.string().max(200), amountMinor: z.int().positive() })
    .nullable()
    .default(null),
  discount: z
    .discriminatedUnion("is", [
      z.object({ is: z.literal("none") }),
      z.object({ is: z.literal("percent"), percent: z.int().min(1).max(100) }),
      z.object({ is: z.literal("amount"), minor: z.int().nonnegative() }),
    ])
    .default({ is: "none" }),
  customer: z.object({ name: z.string().max(200), email: z.string().max(320) }).nullable(),
});
export type Basket = z.infer<typeof basketSchema>;

export type ParkedBasket = { id: string; label: string; basket: Basket; createdAt: Date };

export async function parkBasket(command: {
  account: RegisterAccount;
  label: string;
  basket: Basket;
  actor: string;
}): Promise<ParkedBasket> {
  const { account, label, basket, actor } = command;
  const db = await database();
  const data = { accountId: account.id, label, content: basket, parkedBy: actor };
  return parked(await db.parkedBasket.create({ data }));
}

/** The one that waits longest is first. */
export async function listBaskets(account: RegisterAccount): Promise<ParkedBasket[]> {
  const db = await database();
  const where = { accountId: account.id };
  const rows = await db.parkedBasket.findMany({ where, orderBy: { createdAt: "asc" } });
  return rows.map(parked);
}

/** Of two tills that resume the same basket one gets it. @throws DomainError not_found */
export async function takeBasket(account: RegisterAccount, id: string): Promise<ParkedBasket> {
  const db = await database();
  const where = { id, accountId: account.id };
  const row = await db.parkedBasket.findFirst({ where });
  const { count } = await db.parkedBasket.deleteMany({ where });
  if (row === null || count === 0) {
    throw new DomainError("not_found", "This basket was resumed already.");
  }
  return parked(row);
}

function parked(row: {
  id: string;
  label: string;
  content: unknown;
  createdAt: Date;
}): ParkedBasket {
  const { id, label, content, createdAt } = row;
  return { id, label, basket: basketSchema.parse(content), createdAt };
}
