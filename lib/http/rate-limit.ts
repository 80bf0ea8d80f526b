import { createHash } from "node:crypto";
import { database } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

/** So many attempts in a window that begins with the first of them. */
export type RateLimit = { attempts: number; windowMs: number };

/** Keys can carry what people typed, so only their hash is stored. */
function stored(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/**
 * Counts one attempt under `key` ("sign-in:ip:203.0.113.7"), in the database, so that all processes
 * count together. One statement: concurrent attempts never see the same count. Gives how many are left.
 * @throws DomainError too_many_attempts, with `retryAfterSeconds`, when it is one too many.
 */
export async function countAttempt(key: string, limit: RateLimit): Promise<number> {
  const db = await database();
  const windowEnd = new Date(Date.now() + limit.windowMs);
  const [row] = await db.$queryRaw<{ count: number; window_end: Date }[]>`
    INSERT INTO rate_limits AS old (key, count, window_end) VALUES (${stored(key)}, 1, ${windowEnd})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN old.window_end <= now() THEN 1 ELSE old.count + 1 END,
      window_end = CASE WHEN old.window_end <= now() THEN excluded.window_end ELSE old.window_end END
    RETURNING count, window_end`;
  if (!row || row.count === 1) await forgetOldWindows();
  if (row && row.count > limit.attempts) throw tooMany(row.window_end);
  return limit.attempts - (row?.count ?? 0);
}

/**
 * Refuses who has used up their attempts, and counts nothing: for what is only counted when it fails.
 * @throws DomainError too_many_attempts, with `retryAfterSeconds`
 */
export async function requireAttemptsLeft(key: string, limit: RateLimit): Promise<void> {
  const db = await database();
  const known = await db.rateLimit.findUnique({ where: { key: stored(key) } });
  if (known && known.windowEnd > new Date() && known.count >= limit.attempts) {
    throw tooMany(known.windowEnd);
  }
}

function tooMany(windowEnd: Date): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil((windowEnd.getTime() - Date.now()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return new DomainError("too_many_attempts", `Too many attempts. Try again in ${wait}.`, {
    retryAfterSeconds,
  });
}

/** After a success the failures before it no longer count. */
export async function forgetAttempts(key: string): Promise<void> {
  const db = await database();
  await db.rateLimit.deleteMany({ where: { key: stored(key) } });
}

/**
 * Takes one attempt back, which was a success: many people who sign in behind one address are no attack.
 * The failures before it stay counted, else one account of one's own would open all others to guesses.
 */
export async function giveBackAttempt(key: string): Promise<void> {
  const db = await database();
  await db.$executeRaw`
    UPDATE rate_limits SET count = count - 1 WHERE key = ${stored(key)} AND count > 0`;
}

/** Keeps the table small without a job: who opens a window sweeps a few that are over. */
async function forgetOldWindows(): Promise<void> {
  const db = await database();
  await db.$executeRaw`
    DELETE FROM rate_limits WHERE key IN (
      SELECT key FROM rate_limits WHERE window_end < now() - interval '1 minute'
      LIMIT 100 FOR UPDATE SKIP LOCKED
    )`;
}
