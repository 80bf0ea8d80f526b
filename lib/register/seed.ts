import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createAccount } from "./accounts";
import { createRegisterKey } from "./keys";

/** The account and key of the README's examples. Never where real money moves: the key is public. */
export async function seedRegister(): Promise<void> {
  if (!env().demo) return;
  const db = await database();
  const where = { externalId: "account_123456" };
  if ((await db.registerAccount.findUnique({ where })) !== null) return;
  const { id } = await createAccount({ ...where, name: "Front counter", currency: "USD" });
  await createRegisterKey({ accountId: id, name: "Demo register", key: "demo-register-key" });
}
