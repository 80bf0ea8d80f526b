import { database } from "@/lib/db/client";
import { deliver, type Delivery } from "./transport";

/** After so many tries (about two days) a person has to look. */
const MAX_ATTEMPTS = 14;

/** The time until a mail that the server did not take is tried again: 1 min, 2, 4 … up to 6 hours. */
export function retryDelayMs(attempts: number): number {
  return Math.min(60_000 * 2 ** (attempts - 1), 6 * 3_600_000);
}

type Claim = Delivery & { attempts: number };

/**
 * Sends what is due in the outbox and gives the number of mails that went out.
 *
 * A claim moves `nextTryAt` ahead before the mail is sent, so that of many processes one sends it, and
 * a process that dies leaves a mail that is tried again. Only a crash in the moment between the mail
 * server's answer and our note of it can send twice; the message id is the row's, so that mail servers
 * and readers recognise the copy.
 */
export async function sendQueuedMail(): Promise<number> {
  let sent = 0;
  for (let claim = await claimNext(); claim !== null; claim = await claimNext()) {
    if (await send(claim)) sent += 1;
  }
  return sent;
}

/** The five minutes are longer than the mail server may take, so nobody else sends it meanwhile. */
async function claimNext(): Promise<Claim | null> {
  const db = await database();
  const [claim] = await db.$queryRaw<Claim[]>`
    UPDATE mails SET attempts = attempts + 1, next_try_at = now() + interval '5 minutes'
    WHERE id = (
      SELECT id FROM mails WHERE status = 'queued' AND next_try_at <= now()
      ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, recipient, subject, html, text, attempts`;
  return claim ?? null;
}

async function send({ attempts, ...mail }: Claim): Promise<boolean> {
  const db = await database();
  // A claim that another process has taken over meanwhile has a higher number of attempts.
  const mine = { id: mail.id, attempts, status: "queued" as const };
  try {
    await deliver(mail);
  } catch (error) {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const next =
      attempts >= MAX_ATTEMPTS
        ? { status: "failed" as const, nextTryAt: null }
        : { nextTryAt: new Date(Date.now() + retryDelayMs(attempts)) };
    await db.mail.updateMany({ where: mine, data: { lastError, ...next } });
    return false;
  }
  const done = { status: "sent" as const, sentAt: new Date(), nextTryAt: null, lastError: null };
  const { count } = await db.mail.updateMany({ where: mine, data: done });
  return count === 1;
}

/** A merchant asks for another try of a mail that was given up, when the cause is gone. */
export async function retryMail(id: string): Promise<void> {
  const db = await database();
  await db.mail.updateMany({
    where: { id, status: "failed" },
    data: { status: "queued", attempts: 0, nextTryAt: new Date() },
  });
}
