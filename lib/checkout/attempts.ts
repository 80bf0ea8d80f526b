import { countAttempt, requireAttemptsLeft } from "@/lib/http/rate-limit";
import { refusalsKey, refusalsOfOrder } from "@/lib/payments/refusals";

/**
 * Whoever tries one stolen card after the other needs many refusals; a shopper with a bad day needs a few.
 * So refusals are counted, for the order, for the bag and for the address they come from, and paying waits
 * when there were too many. Success is never counted: a whole office may buy behind one address.
 */
export type Payer = { orderId: string; cartRef: string | null; address: string };

const windowMs = 15 * 60_000;
const perOrder = { attempts: 10, windowMs };
const perBag = { attempts: 15, windowMs };
const perAddress = { attempts: 40, windowMs };

/** A shop's busiest office orders less; a program that makes orders to try cards on makes far more. */
const newOrders = { attempts: 150, windowMs };

function limits({ orderId, cartRef, address }: Payer) {
  return [
    { key: `pay:order:${orderId}`, limit: perOrder },
    ...(cartRef === null ? [] : [{ key: `pay:bag:${cartRef}`, limit: perBag }]),
    { key: `pay:address:${address}`, limit: perAddress },
  ];
}

/** @throws DomainError too_many_attempts */
export async function requireTryLeft(payer: Payer): Promise<void> {
  for (const { key, limit } of limits(payer)) await requireAttemptsLeft(key, limit);
  // What was tried on the provider's own pages is known from its events.
  await requireAttemptsLeft(refusalsKey(payer.orderId), refusalsOfOrder);
}

/** A payment was refused. What it leads to is decided at the next try. */
export async function countRefusal(payer: Payer): Promise<void> {
  for (const { key } of limits(payer)) {
    await countAttempt(key, { attempts: Number.MAX_SAFE_INTEGER, windowMs });
  }
}

/** @throws DomainError too_many_attempts */
export async function countNewOrder(address: string): Promise<void> {
  await countAttempt(`order:address:${address}`, newOrders);
}
