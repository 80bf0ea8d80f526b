import { AsyncLocalStorage } from "node:async_hooks";

/**
 * How long a gateway may take to answer. Somebody who waits for a page waits ten seconds at most: after
 * that the outcome is `unknown`, recovery finds out, and the page says so. Nobody waits for background
 * work, so that gives a slow gateway its time.
 */
export type Patience = {
  /** For one request. */
  attemptMs: number;
  /** How often a request is repeated, under the same key. */
  retries: number;
  /** For one question, which may take several requests. Null: as long as it takes. */
  totalMs: number | null;
};

const atPage: Patience = { attemptMs: 8_000, retries: 1, totalMs: 10_000 };
const inBackgroundJob: Patience = { attemptMs: 20_000, retries: 2, totalMs: null };

const background = new AsyncLocalStorage<true>();

/** Runs work that nobody waits for. */
export function inBackground<T>(work: () => Promise<T>): Promise<T> {
  return background.run(true, work);
}

export function patience(): Patience {
  return background.getStore() === true ? inBackgroundJob : atPage;
}

/**
 * The answer, or "unknown" when it is not there in time. The question itself goes on: what comes of it
 * is found by the next look.
 */
export async function inTime<T>(
  work: Promise<T>,
  { totalMs }: Pick<Patience, "totalMs"> = patience(),
): Promise<T | { kind: "unknown"; cause: string }> {
  if (totalMs === null) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ kind: "unknown"; cause: string }>((resolve) => {
    const answer = { kind: "unknown", cause: `No answer within ${totalMs / 1000} s.` } as const;
    timer = setTimeout(() => resolve(answer), totalMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
