import { createHash } from "node:crypto";
import { newSecret } from "@/lib/auth/api-clients/secrets";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { accountOf, type RegisterAccount } from "./accounts";

/** A key has 256 random bits, so its hash alone can be looked up: there is nothing to guess. */
const hashOf = (key: string) => createHash("sha256").update(key).digest("base64url");

/** The key is shown once; only its hash is kept. `key`: only the seed chooses one. */
export async function createRegisterKey(command: {
  accountId: string;
  name: string;
  key?: string;
}): Promise<{ id: string; key: string }> {
  const { accountId, name, key = `rk_${newSecret()}` } = command;
  const db = await database();
  const { id } = await db.registerKey.create({ data: { accountId, name, hash: hashOf(key) } });
  return { id, key };
}

/** It stops working at once, on every process. @throws DomainError not_found */
export async function revokeRegisterKey(id: string): Promise<void> {
  const db = await database();
  const where = { id, revokedAt: null };
  const { count } = await db.registerKey.updateMany({ where, data: { revokedAt: new Date() } });
  if (count === 0) throw new DomainError("not_found", "There is no such key.");
}

export async function listRegisterKeys(accountId: string) {
  const db = await database();
  return db.registerKey.findMany({
    where: { accountId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, revokedAt: true },
    orderBy: { createdAt: "asc" },
  });
}

const USE_IS_NEWS_MS = 60_000;

/** Whom a key acts for. Null: there is no such key, or it was revoked. */
export async function accountOfKey(
  key: string,
  now = new Date(),
): Promise<{ keyId: string; account: RegisterAccount } | null> {
  const db = await database();
  const row = await db.registerKey.findUnique({
    where: { hash: hashOf(key) },
    include: { account: true },
  });
  if (row === null || row.revokedAt !== null) return null;
  // To the minute is enough: a write for every request would be a queue at one row.
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > USE_IS_NEWS_MS) {
    await db.registerKey.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return { keyId: row.id, account: accountOf(row.account) };
}
