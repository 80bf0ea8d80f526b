import { clientAddress } from "@/lib/auth/sign-in";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { countAttempt } from "@/lib/http/rate-limit";
import { queueMail } from "@/lib/mail/queue-mail";

export type OrderLookup = { number: number; email: string } | { accessToken: string };

const hourMs = 3_600_000;
const perAddress = { attempts: 10, windowMs: hourMs };
const perOrder = { attempts: 3, windowMs: hourMs };

/** One mail in so long, however often it is asked for. */
const windowMs = 5 * 60_000;

/** The answer takes so long whether there was something to send or not. */
const answerMs = 400;

/**
 * Mails a link to an order, to the order's own address and nowhere else. Whoever asks learns nothing:
 * what is true and what is not take the same time and get the same answer.
 *
 * @throws DomainError too_many_attempts, counted before anything is looked for
 */
export async function mailOrderLink(lookup: OrderLookup, headers: Headers): Promise<void> {
  const name =
    "number" in lookup ? `${lookup.number} ${lookup.email.toLowerCase()}` : lookup.accessToken;
  await countAttempt(`order-link:ip:${clientAddress(headers)}`, perAddress);
  await countAttempt(`order-link:order:${name}`, perOrder);
  const [outcome] = await Promise.allSettled([send(lookup), pause(answerMs)]);
  if (outcome.status === "rejected") throw outcome.reason;
}

async function send(lookup: OrderLookup): Promise<void> {
  const orderId = await findOrderId(lookup);
  if (orderId === null) return;
  const dedupeKey = `order_link:${orderId}:${Math.floor(Date.now() / windowMs)}`;
  await inTransaction((tx) => queueMail(tx, { kind: "order_link", orderId, dedupeKey }));
}

async function findOrderId(lookup: OrderLookup): Promise<string | null> {
  const db = await database();
  if ("accessToken" in lookup) {
    const { accessToken } = lookup;
    const row = await db.order.findUnique({ where: { accessToken }, select: { id: true } });
    return row?.id ?? null;
  }
  const { number, email } = lookup;
  const row = await db.order.findUnique({ where: { number }, select: { id: true, email: true } });
  return row !== null && row.email.toLowerCase() === email.toLowerCase() ? row.id : null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
