import type { TransactionStatus } from "./types";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The first question gets this long before recovery asks again in its place. */
export const FIRST_LOOK_MS = 30 * SECOND;

const longestMs = {
  pending: 60 * MINUTE,
  unknown: 30 * MINUTE,
  /** The shopper is busy: a lost webhook must not keep a paid order waiting for long. */
  requires_action: 5 * MINUTE,
} as const;

/** When to ask again after `attempts` answers: growing intervals, for ever. Null once it is settled. */
export function nextLook(status: TransactionStatus, attempts: number, now: Date): Date | null {
  if (status === "succeeded" || status === "failed") return null;
  const grown = 10 * SECOND * 2 ** Math.min(attempts, 12);
  return new Date(now.getTime() + Math.min(grown, longestMs[status]));
}

/** For inbox rows whose processing failed. */
export function nextTry(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(2 * SECOND * 2 ** Math.min(attempts, 12), 30 * MINUTE));
}
