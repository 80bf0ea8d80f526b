import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { post, type Answer } from "./post";
import { tellerOf } from "./payloads";

const batchSize = 20;
const maxAttempts = 12;
/** Failures in a row, after which nothing is sent to a webhook any more. */
const circuitLimit = 30;
/** Whoever sends has so long, before another may think that it died. */
const leaseSeconds = 60;
const keptDays = 30;

type Due = {
  id: string;
  webhook_id: string;
  subject_id: string;
  body: string | null;
  attempts: number;
  dialect: string;
  topic: string;
  callback_url: string;
  include: string[];
  shared_secret: string;
};

/** Sends one batch of what is due; gives how many there were. */
export async function sendDeliveries(): Promise<number> {
  const due = await claim();
  await Promise.all(due.map(deliver));
  return due.length;
}

/** Whether a job has anything to do. */
export async function isAnythingDue(): Promise<boolean> {
  const db = await database();
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM outgoing_deliveries WHERE next_try_at <= now() LIMIT 1`;
  return rows.length > 0;
}

export async function forgetOldDeliveries(): Promise<void> {
  const db = await database();
  await db.$executeRaw`
    DELETE FROM outgoing_deliveries WHERE next_try_at IS NULL
    AND created_at < now() - make_interval(days => ${keptDays}::int)`;
}

/** The first that each webhook has to be told of each subject: what follows waits until it is through. */
async function claim(): Promise<Due[]> {
  const db = await database();
  return db.$queryRaw<Due[]>`
    UPDATE outgoing_deliveries c SET attempts = c.attempts + 1, updated_at = now(),
      next_try_at = now() + make_interval(secs => ${leaseSeconds}::int)
    FROM outgoing_webhooks w
    WHERE w.id = c.webhook_id AND c.id IN (
      SELECT d.id FROM outgoing_deliveries d JOIN outgoing_webhooks x ON x.id = d.webhook_id
      WHERE d.next_try_at <= now() AND x.disabled_at IS NULL AND x.circuit_opened_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM outgoing_deliveries e WHERE e.webhook_id = d.webhook_id
          AND e.subject_id = d.subject_id AND e.position < d.position AND e.next_try_at IS NOT NULL)
      ORDER BY d.position LIMIT ${batchSize} FOR UPDATE OF d SKIP LOCKED
    )
    RETURNING c.id, c.webhook_id, c.subject_id, c.body, c.attempts, w.dialect, w.topic,
      w.callback_url, w.include, w.shared_secret`;
}

async function deliver(due: Due): Promise<void> {
  try {
    const body = due.body ?? (await writeBody(due));
    if (body === null) return await giveUp(due, "What it is about is not there any more.");
    const answer = await tell(due, body);
    await (answer.status >= 200 && answer.status < 300 ? done(due, answer) : failed(due, answer));
  } catch (error) {
    await failed(due, { status: 0, message: error instanceof Error ? error.message : "No answer" });
  }
}

async function writeBody({ id, dialect, topic, include, subject_id: subjectId }: Due) {
  const teller = await tellerOf(dialect);
  const body = await teller?.bodyOf({ topic, include, subjectId });
  if (body === undefined) throw new Error(`The dialect ${dialect} tells nobody anything.`);
  const db = await database();
  if (body !== null) await db.outgoingDelivery.update({ where: { id }, data: { body } });
  return body;
}

async function tell(due: Due, body: string): Promise<Answer> {
  const { topic, shared_secret: sharedSecret, callback_url: url } = due;
  const teller = await tellerOf(due.dialect);
  const headers = teller?.headersOf({ topic, body, sharedSecret }) ?? {};
  return post({ url, headers, body, allowPrivate: env().demo });
}

const said = ({ status, message }: Answer) => ({
  responseCode: status === 0 ? null : String(status),
  // A text of the database has no zero bytes.
  responseMessage: message.replaceAll("\0", ""),
});

async function done({ id, webhook_id: webhookId }: Due, answer: Answer): Promise<void> {
  const db = await database();
  const data = { sentAt: new Date(), nextTryAt: null, ...said(answer) };
  await db.outgoingDelivery.update({ where: { id }, data });
  await db.outgoingWebhook.updateMany({
    where: { id: webhookId, failures: { gt: 0 } },
    data: { failures: 0 },
  });
}

async function failed(due: Due, answer: Answer): Promise<void> {
  const { id, webhook_id: webhookId, attempts } = due;
  const nextTryAt = attempts >= maxAttempts ? null : new Date(Date.now() + pauseMs(attempts));
  const db = await database();
  await db.outgoingDelivery.updateMany({ where: { id }, data: { nextTryAt, ...said(answer) } });
  await db.$executeRaw`
    UPDATE outgoing_webhooks SET failures = failures + 1, updated_at = now(),
      circuit_opened_at = CASE WHEN failures + 1 >= ${circuitLimit} THEN now() END
    WHERE id = ${webhookId}::uuid`;
}

async function giveUp({ id }: Due, responseMessage: string): Promise<void> {
  const db = await database();
  await db.outgoingDelivery.update({ where: { id }, data: { nextTryAt: null, responseMessage } });
}

/** Half a minute after the first, then always twice as long, at most six hours. */
function pauseMs(attempts: number): number {
  return Math.min(30_000 * 2 ** (attempts - 1), 6 * 3_600_000);
}
